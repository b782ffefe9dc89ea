import 'server-only';
import { type Result, err, ok } from '@/lib/kernel/result';
import { db } from '../db';
import { forgive, limit } from '../rate-limit';
import { verifyPassword } from './hash-password';
import type { Session } from './session-token';

/**
 * Signs in with an address and a password. Whether the address or the password was wrong is not told, and takes the
 * same time.
 *
 * @param attempt `email` in lower case; `address` is where the request comes from
 * @throws AppError 'too-many' after too many attempts for the address, or from the same place
 */
export async function signInWithPassword(attempt: {
  readonly email: string;
  readonly password: string;
  readonly address: string;
}): Promise<Result<Session, 'wrong-credentials'>> {
  await limit('sign-in-from', attempt.address);
  await limit('sign-in-as', attempt.email);
  const account = await db.account.findUnique({
    where: { provider_subject: { provider: 'password', subject: attempt.email } },
    select: { passwordHash: true, person: { select: { id: true, sessionVersion: true } } },
  });
  const right = await verifyPassword(account?.passwordHash ?? null, attempt.password);
  if (account === null || !right) return err('wrong-credentials');
  await forgive('sign-in-as', attempt.email);
  return ok({ personId: account.person.id, sessionVersion: account.person.sessionVersion });
}
