'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import type { FormState } from '@/components/account/form-state';
import { emailField, nameField, newPasswordField } from '@/lib/server/accounts/account-fields';
import { safeReturnPath } from '@/lib/server/accounts/safe-return-path';
import { startSession } from '@/lib/server/accounts/session-cookie';
import { signUp } from '@/lib/server/accounts/sign-up';
import { readVisit } from '@/lib/server/accounts/visit';
import { runAccountForm } from '../sign-in/run-account-form';

const signUpSchema = z.object({
  name: nameField,
  email: emailField,
  password: newPasswordField,
  callbackUrl: z.string().optional(),
  timeZone: z.string().optional(),
});

/** Makes an account and signs in; a guest becomes the member under their own id. */
export async function signUpAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runAccountForm(signUpSchema, data, async (input) => {
    const { name, email, password, callbackUrl } = input;
    const { current, address, locale, timeZone } = await readVisit(input.timeZone);
    const guestId = current?.kind === 'guest' ? current.id : null;
    const result = await signUp({ name, email, password, locale, timeZone, address, guestId });
    if (!result.ok) return { field: 'email', error: result.error };
    await startSession(result.value);
    redirect(safeReturnPath(callbackUrl));
  });
}
