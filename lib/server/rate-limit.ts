import 'server-only';
import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from './app-error';
import { pool } from './db';

/**
 * What is limited: so many points in so many seconds, counted in Postgres for all processes together.
 * - `sign-in-as`: guesses at the password of one address
 * - `sign-in-from`: guesses from one place, whatever the address; a classroom behind one router must fit in
 * - `sign-up-from`, `guest-from`: people made from one place; a classroom again
 * - `mail-to`, `mail-from`: mails asked for by anybody, to one address and from one place
 * - `join-as`: join codes tried by one person
 * - `check-as`: proofs of templates run for one author; far above what typing asks for
 * - `play-as`: lines typed into hands-on samples by one author
 * - `template-as`: templates made by one author
 * - `line-as`: lines typed at terminals by one person; far above what fingers and pasted scripts do
 * - `share-as`: shared links and engine keys made by one person
 * - `sandbox-as`: sandboxes of free play made by one person
 */
const LIMITS = {
  'sign-in-as': { points: 10, duration: 15 * 60 },
  'sign-in-from': { points: 100, duration: 15 * 60 },
  'sign-up-from': { points: 60, duration: 60 * 60 },
  'guest-from': { points: 120, duration: 60 * 60 },
  'mail-to': { points: 3, duration: 15 * 60 },
  'mail-from': { points: 30, duration: 60 * 60 },
  'join-as': { points: 30, duration: 15 * 60 },
  'check-as': { points: 150, duration: 2 * 60 },
  'play-as': { points: 600, duration: 2 * 60 },
  'template-as': { points: 60, duration: 60 * 60 },
  'line-as': { points: 1_200, duration: 2 * 60 },
  'share-as': { points: 60, duration: 60 * 60 },
  'sandbox-as': { points: 60, duration: 60 * 60 },
} as const;

export type LimitName = keyof typeof LIMITS;

const limiters = new Map<LimitName, RateLimiterPostgres>();

function limiterOf(name: LimitName): RateLimiterPostgres {
  const made = limiters.get(name);
  if (made !== undefined) return made;
  const limiter = new RateLimiterPostgres({
    ...LIMITS[name],
    storeClient: pool(),
    storeType: 'pool',
    tableName: 'rate_limits',
    tableCreated: true,
    keyPrefix: name,
  });
  limiters.set(name, limiter);
  return limiter;
}

/** Addresses and places are kept as hashes: the table tells nobody who tried. */
const keyOf = (whom: string): string => createHash('sha256').update(whom).digest('base64url');

/**
 * Counts one attempt.
 *
 * @throws AppError 'too-many' with the seconds to wait, when the limit is passed
 */
export async function limit(name: LimitName, whom: string): Promise<void> {
  try {
    await limiterOf(name).consume(keyOf(whom));
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw new AppError('too-many', {
      retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)),
    });
  }
}

/** Forgets the attempts counted so far, once somebody has proved to be who they said. */
export async function forgive(name: LimitName, whom: string): Promise<void> {
  await limiterOf(name).delete(keyOf(whom));
}
