import 'server-only';
import { unstable_rethrow } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import type { z } from 'zod';
import type { FormState } from '@/components/account/form-state';
import { messages, type Messages } from '@/lib/i18n/messages';
import { AppError, logUnexpected, wordsOf } from '@/lib/server/app-error';

type ErrorKey = keyof Messages['studio']['errors'];

const isKey = (text: string): text is ErrorKey => Object.hasOwn(messages.ko.studio.errors, text);

/**
 * Runs the work behind a form of the studio, which ends by going to another page: reads the fields by `schema` and puts
 * whatever was refused into words, beside its field where it has one. What was typed stays.
 */
export async function runStudioForm<S extends z.ZodType>(
  schema: S,
  data: FormData,
  work: (input: z.output<S>) => Promise<never>,
): Promise<FormState> {
  const t = await getTranslations('studio');
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
    return await work(parsed.data);
  } catch (error) {
    unstable_rethrow(error);
    if (!(error instanceof AppError)) return refuse(t('fault', { id: logUnexpected(error) }));
    if (error.kind === 'too-many' && error.retryAfterSeconds !== undefined) {
      return refuse(t('tooManyForm', { minutes: Math.ceil(error.retryAfterSeconds / 60) }));
    }
    return refuse(wordsOf(error, await getLocale()));
  }
}
