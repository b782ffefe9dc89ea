import 'server-only';
import { type Result, err, ok } from '@/lib/kernel/result';
import { now } from '../clock';
import { db } from '../db';
import { forgive, limit } from '../rate-limit';
import { hashPassword, verifyPassword } from './hash-password';
import type { Session } from './session-token';

/**
 * Sets a new password on proof of the present one, and ends every session; the one given back goes on. A member who
 * came through a provider has none yet and sets a first one without proof of another.
 *
 * @throws AppError 'too-many' after too many wrong guesses at the present password
 */
export async function changePassword(
  personId: string,
  passwords: { readonly present: string; readonly next: string },
): Promise<Result<Session, 'wrong-password' | 'no-address'>> {
  await limit('sign-in-as', personId);
  const person = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: { email: true, accounts: { where: { provider: 'password' } } },
  });
  const [account] = person.accounts;
  if (account !== undefined && !(await verifyPassword(account.passwordHash, passwords.present))) {
    return err('wrong-password');
  }
  const subject = account?.subject ?? person.email;
  if (subject === null) return err('no-address');
  await forgive('sign-in-as', personId);
  const passwordHash = await hashPassword(passwords.next);
  const where = { provider_subject: { provider: 'password', subject } } as const;
  const [, updated] = await db.$transaction([
    db.account.upsert({
      where,
      create: { personId, provider: 'password', subject, passwordHash, createdAt: new Date(now()) },
      update: { passwordHash },
    }),
    db.person.update({
      where: { id: personId },
      data: { sessionVersion: { increment: 1 } },
      select: { sessionVersion: true },
    }),
  ]);
  return ok({ personId, sessionVersion: updated.sessionVersion });
}
