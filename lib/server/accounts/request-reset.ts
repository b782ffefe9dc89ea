import 'server-only';
import { now } from '../clock';
import { db } from '../db';
import { sendMail } from '../mail';
import { publicUrl } from '../public-url';
import { resetMail } from './mail-words';
import { issueToken } from './one-time-token';

/**
 * Sends a link to choose a new password, when a member has the address; else does nothing. The caller tells nobody
 * which it was, and does not let anybody wait for the difference.
 */
export async function requestReset(email: string): Promise<void> {
  const link = await makeResetLink(email);
  if (link !== null) await sendMail(resetMail(email, link.url, link.locale));
}

/** A one-time link to choose a new password; null when no member has the address. */
export async function makeResetLink(
  email: string,
): Promise<{ readonly url: string; readonly locale: 'ko' | 'en' } | null> {
  const person = await db.person.findUnique({ where: { email }, select: { locale: true } });
  if (person === null) return null;
  const token = await db.$transaction((tx) => issueToken(tx, 'reset', email, new Date(now())));
  return { url: publicUrl(`/reset/${token}`), locale: person.locale };
}
