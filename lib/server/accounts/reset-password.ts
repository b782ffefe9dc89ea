import 'server-only';
import { type Result, err, ok } from '@/lib/kernel/result';
import { now } from '../clock';
import { db } from '../db';
import { forgive } from '../rate-limit';
import { hashPassword } from './hash-password';
import { consumeToken } from './one-time-token';
import type { Session } from './session-token';

/**
 * Sets a new password with the token of a reset link, once. Every session made before ends, and so does every other
 * link sent to the address.
 */
export async function resetPassword(
  token: string,
  password: string,
): Promise<Result<Session, 'link-invalid'>> {
  const passwordHash = await hashPassword(password);
  const done = await db.$transaction(async (tx) => {
    const email = await consumeToken(tx, 'reset', token, new Date(now()));
    if (email === null) return null;
    const person = await tx.person.findUnique({ where: { email }, select: { id: true } });
    if (person === null) return null;
    await tx.account.upsert({
      where: { provider_subject: { provider: 'password', subject: email } },
      create: {
        personId: person.id,
        provider: 'password',
        subject: email,
        passwordHash,
        createdAt: new Date(now()),
      },
      update: { passwordHash },
    });
    await tx.verificationToken.deleteMany({ where: { email } });
    const { sessionVersion } = await tx.person.update({
      where: { id: person.id },
      data: { sessionVersion: { increment: 1 } },
      select: { sessionVersion: true },
    });
    return { email, session: { personId: person.id, sessionVersion } };
  });
  if (done === null) return err('link-invalid');
  await forgive('sign-in-as', done.email);
  return ok(done.session);
}
