import 'server-only';
import { unstable_rethrow } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import type { z } from 'zod';
import type { FormState } from '@/components/account/form-state';
import { AppError, logUnexpected, wordsOf } from '@/lib/server/app-error';

/** What the work behind a form came to: a refusal beside a field or above the form, or good news. */
export type FormOutcome<ErrorKey extends string> =
  | { readonly field: string; readonly error: ErrorKey }
  | { readonly refused: ErrorKey }
  | { readonly done: string };

/** How a kind of form puts refusals, in the reader's language. */
export interface FormWords {
  /** The words of a refusal; for a key that is not known, words that fit any field. */
  readonly error: (key: string) => string;
  readonly fault: (id: string) => string;
  readonly tooMany: (minutes: number) => string;
}

const SECRET_FIELDS = new Set(['password', 'present', 'token']);

/** What was typed, to be shown again; secrets stay out of the page. */
function typedValues(data: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of data) {
    if (typeof value === 'string' && !SECRET_FIELDS.has(name) && !name.startsWith('$'))
      values[name] = value;
  }
  return values;
}

/**
 * Runs the work behind a form: reads the fields by `schema`, does `work` when all are right, and puts whatever was
 * refused into words, beside its field where it has one. What was typed stays. A redirect inside `work` goes through.
 */
export async function runForm<S extends z.ZodType, ErrorKey extends string>(
  words: FormWords,
  schema: S,
  data: FormData,
  work: (input: z.output<S>) => Promise<FormOutcome<ErrorKey>>,
): Promise<FormState> {
  const values = typedValues(data);
  const refuse = (text: string): FormState => ({
    values,
    errors: {},
    message: { tone: 'bad', text },
  });
  const parsed = schema.safeParse(Object.fromEntries(data));
  if (!parsed.success) {
    const errors: Record<string, string> = {};
    for (const { path, message } of parsed.error.issues)
      errors[String(path[0])] ??= words.error(message);
    return { values, errors, message: null };
  }
  try {
    const outcome = await work(parsed.data);
    if ('done' in outcome)
      return { values, errors: {}, message: { tone: 'good', text: outcome.done } };
    if ('refused' in outcome) return refuse(words.error(outcome.refused));
    return { values, errors: { [outcome.field]: words.error(outcome.error) }, message: null };
  } catch (error) {
    unstable_rethrow(error);
    if (!(error instanceof AppError)) return refuse(words.fault(logUnexpected(error)));
    if (error.kind === 'too-many' && error.retryAfterSeconds !== undefined)
      return refuse(words.tooMany(Math.ceil(error.retryAfterSeconds / 60)));
    return refuse(wordsOf(error, await getLocale()));
  }
}
