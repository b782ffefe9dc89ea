'use server';

import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { after } from 'next/server';
import { z } from 'zod';
import type { FormState } from '@/components/account/form-state';
import { emailField, presentPasswordField } from '@/lib/server/accounts/account-fields';
import { createGuest } from '@/lib/server/accounts/create-guest';
import { enterBrowser } from '@/lib/server/accounts/enter-browser';
import { mergeGuest } from '@/lib/server/accounts/merge-guest';
import { requestSignInLink } from '@/lib/server/accounts/request-sign-in-link';
import { safeReturnPath } from '@/lib/server/accounts/safe-return-path';
import { endSession, startSession } from '@/lib/server/accounts/session-cookie';
import { signInWithLink } from '@/lib/server/accounts/sign-in-with-link';
import { signInWithPassword } from '@/lib/server/accounts/sign-in-with-password';
import { readVisit } from '@/lib/server/accounts/visit';
import { AppError } from '@/lib/server/app-error';
import { canSendMail } from '@/lib/server/mail';
import { limit, type LimitName } from '@/lib/server/rate-limit';
import { runAccountForm } from './run-account-form';

const returnTo = z.string().optional();

const signInSchema = z.object({
  email: emailField,
  password: presentPasswordField,
  callbackUrl: returnTo,
});

/** Signs in with address and password; a guest's progress moves into the account. */
export async function signInAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runAccountForm(signInSchema, data, async ({ email, password, callbackUrl }) => {
    const { address, current } = await readVisit();
    const result = await signInWithPassword({ email, password, address });
    if (!result.ok) return { refused: result.error };
    if (current?.kind === 'guest') await mergeGuest(current.id, result.value.personId);
    await enterBrowser(result.value);
    redirect(safeReturnPath(callbackUrl));
  });
}

/** For forms without words of their own: too many attempts are told on the sign-in page. */
async function limitOrSay(name: LimitName, whom: string): Promise<void> {
  try {
    await limit(name, whom);
  } catch (error) {
    if (error instanceof AppError && error.kind === 'too-many') redirect('/sign-in?error=too-many');
    throw error;
  }
}

/** "Practise now": whoever is signed in goes on as they are, anybody else becomes a guest. */
export async function practiseNowAction(data?: FormData): Promise<void> {
  const visit = await readVisit(data?.get('timeZone'));
  if (visit.current === null) {
    await limitOrSay('guest-from', visit.address);
    await startSession(await createGuest({ locale: visit.locale, timeZone: visit.timeZone }));
  }
  redirect(safeReturnPath(data?.get('callbackUrl'), '/practice'));
}

/** Ends the session on this browser. */
export async function signOutAction(): Promise<void> {
  await endSession();
  redirect('/');
}

const linkSchema = z.object({ email: emailField, callbackUrl: returnTo });

/** Sends a link that signs in. */
export async function requestSignInLinkAction(
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  return runAccountForm(linkSchema, data, async ({ email, callbackUrl }) => {
    if (!canSendMail()) throw new AppError('unavailable');
    const { address, locale } = await readVisit();
    await limit('mail-from', address);
    await limit('mail-to', email);
    after(() => requestSignInLink(email, safeReturnPath(callbackUrl), locale));
    const t = await getTranslations('account.link');
    return { done: t('sent') };
  });
}

/** Signs in with the token of a link; a click and not the visit does it, because mail scanners visit links. */
export async function signInWithLinkAction(data: FormData): Promise<void> {
  const token = z.string().max(200).parse(data.get('token'));
  const visit = await readVisit(data.get('timeZone'));
  await limitOrSay('sign-in-from', visit.address);
  const result = await signInWithLink(token, visit);
  if (!result.ok) redirect(`/sign-in?error=${result.error}`);
  await enterBrowser(result.value);
  redirect(safeReturnPath(data.get('callbackUrl')));
}
