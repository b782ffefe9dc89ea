import { randomBytes } from 'node:crypto';
import { hashPassword } from '@/lib/server/accounts/hash-password';
import { db } from '@/lib/server/db';

/** The id of the member with this address, or null. */
export async function findInstructor(email: string): Promise<string | null> {
  const person = await db.person.findUnique({ where: { email }, select: { id: true } });
  return person?.id ?? null;
}

/**
 * The demo's own instructor, with a fresh random password (96 bits): a later demo gives another and ends the sessions of
 * the one before.
 */
export async function demoAccount(
  email: string,
  now: number,
): Promise<{ readonly id: string; readonly password: string }> {
  const password = randomBytes(12).toString('base64url');
  const passwordHash = await hashPassword(password);
  const createdAt = new Date(now);
  const { id } = await db.$transaction(async (tx) => {
    const person = await tx.person.upsert({
      where: { email },
      create: { kind: 'member', synthetic: true, name: 'Drydock demo', email, createdAt },
      update: { sessionVersion: { increment: 1 } },
      select: { id: true },
    });
    await tx.account.upsert({
      where: { provider_subject: { provider: 'password', subject: email } },
      create: {
        personId: person.id,
        provider: 'password',
        subject: email,
        passwordHash,
        createdAt,
      },
      update: { passwordHash },
    });
    return person;
  });
  return { id, password };
}
