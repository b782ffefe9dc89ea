import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { z } from 'zod';
import type { FormState } from '@/components/account/form-state';
import { messages, type Messages } from '@/lib/i18n/messages';
import { runForm, type FormOutcome } from '../../run-form';

type ErrorKey = keyof Messages['studio']['errors'];

const isKey = (text: string): text is ErrorKey => Object.hasOwn(messages.ko.studio.errors, text);

/** `runForm` in the words of the studio. */
export async function runStudioForm<S extends z.ZodType>(
  schema: S,
  data: FormData,
  work: (input: z.output<S>) => Promise<FormOutcome<ErrorKey>>,
): Promise<FormState> {
  const t = await getTranslations('studio');
  const words = {
    error: (key: string) => t(`errors.${isKey(key) ? key : 'invalid'}`),
    fault: (id: string) => t('fault', { id }),
    tooMany: (minutes: number) => t('tooManyForm', { minutes }),
  };
  return runForm(words, schema, data, work);
}
