import 'server-only';
import { unstable_rethrow } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import type { z } from 'zod';
import type { FormState } from '@/components/account/form-state';
import { messages, type Messages } from '@/lib/i18n/messages';
import { AppError, logUnexpected, wordsOf } from '@/lib/server/app-error';

export type CohortErrorKey = keyof Messages['cohorts']['errors'];

/** What the work behind a form came to: a refusal beside a field or above the form, or good news. */
export type CohortFormOutcome =
  | { readonly field: string; readonly error: CohortErrorKey }
  | { readonly refused: CohortErrorKey }
  | { readonly done: string };

const isKey = (text: string): text is CohortErrorKey =>
  Object.hasOwn(messages.ko.cohorts.errors, text);

/**
 * Runs the work behind a cohort's form, as `runAccountForm` does for accounts: reads the fields by `schema`, does `work`
 * when all are right, and puts whatever was refused into words beside its field. What was typed stays.
 */
export async function runCohortForm<S extends z.ZodType>(
  schema: S,
  data: FormData,
  work: (input: z.output<S>) => Promise<CohortFormOutcome>,
): Promise<FormState> {
  const t = await getTranslations('cohorts');
  const values: Record<string, string> = {};
  for (const [name, value] of data) {
    if (typeof value === 'string' && !name.startsWith('$')) values[name] = value;
  }
  const refuse = (text: string): FormState => ({
    values,
    errors: {},
    message: { tone: 'bad', text },
  });
  const parsed = schema.safeParse(Object.fromEntries(data));
  if (!parsed.success) {
    const errors: Record<string, string> = {};
    for (const { path, message } of parsed.error.issues) {
      errors[String(path[0])] ??= t(`errors.${isKey(message) ? message : 'invalid'}`);
    }
    return { values, errors, message: null };
  }
  try {
    const outcome = await work(parsed.data);
    if ('done' in outcome) {
      return { values, errors: {}, message: { tone: 'good', text: outcome.done } };
    }
    if ('refused' in outcome) return refuse(t(`errors.${outcome.refused}`));
    return { values, errors: { [outcome.field]: t(`errors.${outcome.error}`) }, message: null };
  } catch (error) {
    unstable_rethrow(error);
    if (!(error instanceof AppError)) return refuse(t('fault', { id: logUnexpected(error) }));
    if (error.kind === 'too-many' && error.retryAfterSeconds !== undefined) {
      return refuse(t('tooMany', { minutes: Math.ceil(error.retryAfterSeconds / 60) }));
    }
    return refuse(wordsOf(error, await getLocale()));
  }
}
