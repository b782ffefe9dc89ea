'use server';

import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import type { FormState } from '@/components/account/form-state';
import { newPasswordField } from '@/lib/server/accounts/account-fields';
import { changePassword } from '@/lib/server/accounts/change-password';
import { changeSettings, settingsSchema } from '@/lib/server/accounts/change-settings';
import { eraseAccount } from '@/lib/server/accounts/erase-account';
import { setLocaleCookie } from '@/lib/server/accounts/locale-cookie';
import { endSession, startSession } from '@/lib/server/accounts/session-cookie';
import { signOutEverywhere } from '@/lib/server/accounts/sign-out-everywhere';
import { requireApiViewer, requireViewer } from '@/lib/server/viewer';
import { runAccountForm } from '../../(public)/sign-in/run-account-form';

/** Stores the settings; the language holds on this browser at once. */
export async function changeSettingsAction(
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  return runAccountForm(settingsSchema, data, async (settings) => {
    const viewer = await requireApiViewer();
    if (viewer.kind === 'member' && settings.name === '') {
      return { field: 'name', error: 'name-missing' };
    }
    await changeSettings(viewer.id, settings);
    await setLocaleCookie(settings.locale);
    const t = await getTranslations({ locale: settings.locale, namespace: 'settings' });
    return { done: t('saved') };
  });
}

const passwordSchema = z.object({
  present: z.string().max(1000, 'password-long').default(''),
  password: newPasswordField,
});

/** Changes the password; this browser stays signed in, all others do not. */
export async function changePasswordAction(
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  return runAccountForm(passwordSchema, data, async ({ present, password }) => {
    const viewer = await requireApiViewer();
    const result = await changePassword(viewer.id, { present, next: password });
    if (!result.ok) {
      return result.error === 'wrong-password'
        ? { field: 'present', error: result.error }
        : { refused: result.error };
    }
    await startSession(result.value);
    const t = await getTranslations('settings.password');
    return { done: t('saved') };
  });
}

/** Ends every session of whoever asks, this one included. */
export async function signOutEverywhereAction(): Promise<void> {
  const viewer = await requireViewer('/settings');
  await signOutEverywhere(viewer.id);
  await endSession();
  redirect('/');
}

/** Erases the account once the confirmation is typed. */
export async function eraseAccountAction(_previous: FormState, data: FormData): Promise<FormState> {
  const schema = z.object({ confirmation: z.string().max(300, 'confirmation-differs') });
  return runAccountForm(schema, data, async ({ confirmation }) => {
    const viewer = await requireApiViewer();
    const result = await eraseAccount(viewer.id, confirmation);
    if (!result.ok) return { field: 'confirmation', error: result.error };
    await endSession();
    redirect('/');
  });
}
