import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { z } from 'zod';
import type { FormState } from '@/components/account/form-state';
import { messages, type Messages } from '@/lib/i18n/messages';
import { runForm, type FormOutcome } from '../../run-form';

type AccountErrorKey = keyof Messages['account']['errors'];

const isKey = (text: string): text is AccountErrorKey =>
  Object.hasOwn(messages.ko.account.errors, text);

/** `runForm` in the words of the account pages. */
export async function runAccountForm<S extends z.ZodType>(
  schema: S,
  data: FormData,
  work: (input: z.output<S>) => Promise<FormOutcome<AccountErrorKey>>,
): Promise<FormState> {
  const t = await getTranslations('account');
  const words = {
    error: (key: string) => t(`errors.${isKey(key) ? key : 'invalid'}`),
    fault: (id: string) => t('fault', { id }),
    tooMany: (minutes: number) => t('tooMany', { minutes }),
  };
  return runForm(words, schema, data, work);
}
