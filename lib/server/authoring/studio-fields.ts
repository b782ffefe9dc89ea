import { z } from 'zod';
import { kinds } from '@/lib/quiz/types';
import { isSlug, maximalSlugLength } from './template-id';

/**
 * The fields of the form that makes a template. A message is a key of `studio.errors` in the language files; the screen
 * shows it beside the field.
 */

/** Lower-case words joined by `-`. Capitals, spaces and underscores are taken as what was meant. */
export const slugField = z
  .string('slug-missing')
  .transform((text) =>
    text
      .trim()
      .toLowerCase()
      .replaceAll(/[\s_]+/g, '-'),
  )
  .pipe(
    z
      .string()
      .min(1, 'slug-missing')
      .max(maximalSlugLength, 'slug-long')
      .refine(isSlug, 'slug-invalid'),
  );

/** A new template: its name, and what its text begins as. */
export const newTemplateSchema = z.object({
  slug: slugField,
  kind: z.enum(kinds, 'kind-missing'),
});

/** A template made from one of the course's. */
export const copyTemplateSchema = z.object({
  slug: slugField,
  example: z.string().min(1).max(80),
});
