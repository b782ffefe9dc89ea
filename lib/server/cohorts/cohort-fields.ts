import { z } from 'zod';
import { parseLocalDay } from '@/lib/scheduling/local-day';

/**
 * The fields of the cohort forms. A message is a key of `cohorts.errors` in the language files; the screen shows it
 * beside the field.
 */

const lengthOf = (text: string): number => [...text].length;

/** 1 to 80 characters on one line. */
export const cohortNameField = z
  .string('name-missing')
  .trim()
  .min(1, 'name-missing')
  .refine((text) => lengthOf(text) <= 80, 'name-long')
  .refine((text) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text), 'name-invalid');

/** A day `YYYY-MM-DD`; an empty field is no date. */
export const readinessDateField = z
  .string()
  .trim()
  .default('')
  .transform((text, context) => {
    if (text === '') return null;
    const day = parseLocalDay(text);
    if (day.ok) return day.value;
    context.addIssue({ code: 'custom', message: 'date-invalid' });
    return z.NEVER;
  });

/** What an instructor says of a cohort. */
export const cohortSchema = z.object({
  name: cohortNameField,
  readinessDate: readinessDateField,
});

export type CohortWords = z.infer<typeof cohortSchema>;

/** The name by which a guest is known in a cohort, as `nameField` of the accounts has it, with our message keys. */
export const displayNameField = z
  .string('display-name-missing')
  .trim()
  .min(1, 'display-name-missing')
  .refine((text) => lengthOf(text) <= 60, 'display-name-long')
  .refine((text) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text), 'display-name-invalid');
