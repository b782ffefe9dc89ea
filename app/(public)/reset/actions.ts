'use server';

import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { after } from 'next/server';
import { z } from 'zod';
import type { FormState } from '@/components/account/form-state';
import { emailField, newPasswordField } from '@/lib/server/accounts/account-fields';
import { enterBrowser } from '@/lib/server/accounts/enter-browser';
import { mergeGuest } from '@/lib/server/accounts/merge-guest';
import { requestReset } from '@/lib/server/accounts/request-reset';
import { resetPassword } from '@/lib/server/accounts/reset-password';
import { readVisit } from '@/lib/server/accounts/visit';
import { AppError } from '@/lib/server/app-error';
import { canSendMail } from '@/lib/server/mail';
import { limit } from '@/lib/server/rate-limit';
import { runAccountForm } from '../sign-in/run-account-form';

/** Sends a reset link after the answer has gone out: neither words nor time tell whether the address is known. */
export async function requestResetAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runAccountForm(z.object({ email: emailField }), data, async ({ email }) => {
    if (!canSendMail()) throw new AppError('unavailable');
    const { address } = await readVisit();
    await limit('mail-from', address);
    await limit('mail-to', email);
    after(() => requestReset(email));
    const t = await getTranslations('account.reset');
    return { done: t('sent') };
  });
}

const resetSchema = z.object({ token: z.string().max(200), password: newPasswordField });

/** Sets the new password, signs in, and takes a guest's progress along. */
export async function resetPasswordAction(
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  return runAccountForm(resetSchema, data, async ({ token, password }) => {
    const { current, address } = await readVisit();
    await limit('sign-in-from', address);
    const result = await resetPassword(token, password);
    if (!result.ok) return { refused: result.error };
    if (current?.kind === 'guest') await mergeGuest(current.id, result.value.personId);
    await enterBrowser(result.value);
    redirect('/');
  });
}
