import 'server-only';
import { randomBytes } from 'node:crypto';
import { now } from '../clock';
import { db } from '../db';
import { issueToken } from './one-time-token';
import { resetPassword } from './reset-password';

/**
 * Gives the member with this address a random password (96 bits) and ends their sessions. For an operator who can hand
 * it over; null when nobody has the address.
 */
export async function setFreshPassword(email: string): Promise<string | null> {
  const person = await db.person.findUnique({ where: { email }, select: { id: true } });
  if (person === null) return null;
  const token = await db.$transaction((tx) => issueToken(tx, 'reset', email, new Date(now())));
  const password = randomBytes(12).toString('base64url');
  const result = await resetPassword(token, password);
  return result.ok ? password : null;
}
