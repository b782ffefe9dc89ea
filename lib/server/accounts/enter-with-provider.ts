import 'server-only';
import { type Result, err, ok } from '@/lib/kernel/result';
import { assertNever } from '@/lib/kernel/assert-never';
import { now } from '../clock';
import { db } from '../db';
import type { Locale, Prisma } from '../generated/client';
import { decideEntry, type Entry } from './decide-entry';
import { mergeGuestWithin } from './merge-guest';
import type { Session } from './session-token';

export interface ProviderIdentity {
  readonly provider: Entry['provider'];
  /** The provider's own id of the person; for a link sent by mail, the address. */
  readonly subject: string;
  /** Lower case; null unless the provider says that it is verified. */
  readonly verifiedEmail: string | null;
  readonly name: string;
}

export interface Entrance {
  readonly identity: ProviderIdentity;
  readonly current: Entry['current'];
  /** For somebody new. */
  readonly locale: Locale;
  readonly timeZone: string;
}

export type EntranceRefusal = 'needs-password' | 'belongs-to-another';

/**
 * Signs in somebody whom a provider vouches for: finds, links, upgrades or makes the person by the rules of
 * `decideEntry`, and merges the guest of this browser. One transaction.
 */
export async function enterWithProvider(
  entrance: Entrance,
): Promise<Result<Session, EntranceRefusal>> {
  return db.$transaction((tx) => enterWithin(tx, entrance), { timeout: 30_000 });
}

/** `enterWithProvider` as a part of a larger transaction. */
export async function enterWithin(
  tx: Prisma.TransactionClient,
  entrance: Entrance,
): Promise<Result<Session, EntranceRefusal>> {
  const { identity, current } = entrance;
  const decision = decideEntry({
    provider: identity.provider,
    ownerId: await ownerOf(tx, identity),
    byEmail: await memberWithEmail(tx, identity.verifiedEmail),
    current,
  });
  switch (decision.kind) {
    case 'refuse':
      return err(decision.reason);
    case 'create': {
      const data = { ...memberOf(entrance), createdAt: new Date(now()) };
      const { id } = await tx.person.create({ data, select: { id: true } });
      await link(tx, id, identity);
      return ok(await sessionOf(tx, id));
    }
    case 'upgrade':
      await tx.person.update({ where: { id: decision.guestId }, data: memberOf(entrance) });
      await link(tx, decision.guestId, identity);
      return ok(await sessionOf(tx, decision.guestId));
    case 'enter': {
      const { personId } = decision;
      if (decision.dropPassword) await dropPassword(tx, personId);
      if (decision.link) await link(tx, personId, identity);
      if (identity.provider === 'email') {
        await tx.person.update({
          where: { id: personId },
          data: { emailVerifiedAt: new Date(now()) },
        });
      }
      if (decision.mergeGuestId !== null) {
        await mergeGuestWithin(tx, decision.mergeGuestId, personId);
      }
      return ok(await sessionOf(tx, personId));
    }
    default:
      return assertNever(decision);
  }
}

async function ownerOf(tx: Prisma.TransactionClient, { provider, subject }: ProviderIdentity) {
  const account = await tx.account.findUnique({
    where: { provider_subject: { provider, subject } },
    select: { personId: true },
  });
  return account?.personId ?? null;
}

async function memberWithEmail(tx: Prisma.TransactionClient, email: string | null) {
  if (email === null) return null;
  const person = await tx.person.findUnique({
    where: { email },
    select: { id: true, emailVerifiedAt: true, accounts: { where: { provider: 'password' } } },
  });
  if (person === null) return null;
  return {
    id: person.id,
    hasPassword: person.accounts.length > 0,
    emailVerified: person.emailVerifiedAt !== null,
  };
}

function memberOf({ identity, locale, timeZone }: Entrance) {
  return {
    kind: 'member',
    name: [...identity.name.trim()].slice(0, 60).join(''),
    email: identity.verifiedEmail,
    emailVerifiedAt: identity.verifiedEmail === null ? null : new Date(now()),
    locale,
    timeZone,
  } as const;
}

async function link(
  tx: Prisma.TransactionClient,
  personId: string,
  { provider, subject }: ProviderIdentity,
) {
  await tx.account.create({ data: { personId, provider, subject, createdAt: new Date(now()) } });
}

async function dropPassword(tx: Prisma.TransactionClient, personId: string) {
  await tx.account.deleteMany({ where: { personId, provider: 'password' } });
  await tx.person.update({
    where: { id: personId },
    data: { sessionVersion: { increment: 1 } },
  });
}

async function sessionOf(tx: Prisma.TransactionClient, personId: string): Promise<Session> {
  const { sessionVersion } = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { sessionVersion: true },
  });
  return { personId, sessionVersion };
}
