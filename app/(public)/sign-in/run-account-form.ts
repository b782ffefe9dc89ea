import 'server-only';
import { unstable_rethrow } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import type { z } from 'zod';
import type { FormState } from '@/components/account/form-state';
import { messages, type Messages } from '@/lib/i18n/messages';
import { AppError, logUnexpected, wordsOf } from '@/lib/server/app-error';

type Words = Messages['account']['errors'];
export type AccountErrorKey = keyof Words;

/** What the work behind a form came to: a refusal beside a field or above the form, or good news. */
export type FormOutcome =
  | { readonly field: string; readonly error: AccountErrorKey }
  | { readonly refused: AccountErrorKey }
  | { readonly done: string };

const isKey = (text: string): text is AccountErrorKey =>
  Object.hasOwn(messages.ko.account.errors, text);

/** What was typed, to be shown again; passwords stay out of the page. */
function typedValues(data: FormData): Record<string, string> {
  const secret = new Set(['password', 'present', 'token']);
  const values: Record<string, string> = {};
  for (const [name, value] of data) {
    if (typeof value === 'string' && !secret.has(name) && !name.startsWith('$'))
      values[name] = value;
  }
  return values;
}

/**
 * Runs the work behind an account form: reads the fields by `schema`, does `work` when all are right, and puts
 * whatever was refused into words beside its field. A redirect inside `work` goes through.
 */
export async function runAccountForm<S extends z.ZodType>(
  schema: S,
  data: FormData,
  work: (input: z.output<S>) => Promise<FormOutcome>,
): Promise<FormState> {
  const t = await getTranslations('account');
  const values = typedValues(data);
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
    const errors = { [outcome.field]: t(`errors.${outcome.error}`) };
    return { values, errors, message: null };
  } catch (error) {
    unstable_rethrow(error);
    if (!(error instanceof AppError)) return refuse(t('fault', { id: logUnexpected(error) }));
    if (error.kind === 'too-many' && error.retryAfterSeconds !== undefined) {
      return refuse(t('tooMany', { minutes: Math.ceil(error.retryAfterSeconds / 60) }));
    }
    return refuse(wordsOf(error, await getLocale()));
  }
}
