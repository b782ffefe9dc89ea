import 'server-only';
import { type Result, err, ok } from '@/lib/kernel/result';
import { now } from '../clock';
import { db } from '../db';
import { type Locale, Prisma } from '../generated/client';
import { limit } from '../rate-limit';
import { hashPassword } from './hash-password';
import type { Session } from './session-token';

export interface SignUp {
  readonly name: string;
  /** Lower case. */
  readonly email: string;
  readonly password: string;
  readonly locale: Locale;
  readonly timeZone: string;
  /** Where the request comes from. */
  readonly address: string;
  /** The guest who signs up, if one does: they become the member under their own id, reviews and all. */
  readonly guestId: string | null;
}

/**
 * Makes a member with a password. A guest keeps their id and so everything they did.
 *
 * @throws AppError 'too-many' after too many sign-ups from the same place
 */
export async function signUp(input: SignUp): Promise<Result<Session, 'email-taken'>> {
  await limit('sign-up-from', input.address);
  const passwordHash = await hashPassword(input.password);
  try {
    return ok(await db.$transaction((tx) => createMember(tx, input, passwordHash)));
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') {
      return err('email-taken');
    }
    throw error;
  }
}

async function createMember(
  tx: Prisma.TransactionClient,
  { name, email, locale, timeZone, guestId }: SignUp,
  passwordHash: string,
): Promise<Session> {
  const member = { kind: 'member', name, email, locale, timeZone } as const;
  const guest =
    guestId === null ? null : await tx.person.findFirst({ where: { id: guestId, kind: 'guest' } });
  const select = { id: true, sessionVersion: true } as const;
  const person =
    guest === null
      ? await tx.person.create({ data: { ...member, createdAt: new Date(now()) }, select })
      : await tx.person.update({ where: { id: guest.id }, data: member, select });
  await tx.account.create({
    data: {
      personId: person.id,
      provider: 'password',
      subject: email,
      passwordHash,
      createdAt: new Date(now()),
    },
  });
  return { personId: person.id, sessionVersion: person.sessionVersion };
}
