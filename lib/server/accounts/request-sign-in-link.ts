import 'server-only';
import { now } from '../clock';
import { db } from '../db';
import type { Locale } from '../generated/client';
import { sendMail } from '../mail';
import { publicUrl } from '../public-url';
import { signInMail } from './mail-words';
import { issueToken } from './one-time-token';

/** Sends a link that signs in whoever reads the mail of this address, known to us or not. */
export async function requestSignInLink(
  email: string,
  returnTo: string,
  locale: Locale,
): Promise<void> {
  const token = await db.$transaction((tx) => issueToken(tx, 'signIn', email, new Date(now())));
  const query = new URLSearchParams({ callbackUrl: returnTo });
  const link = publicUrl(`/sign-in/link/${token}?${query.toString()}`);
  await sendMail(signInMail(email, link, locale));
}
