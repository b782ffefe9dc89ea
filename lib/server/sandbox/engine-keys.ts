import 'server-only';
import { AppError } from '@/lib/server/app-error';
import { now } from '@/lib/server/clock';
import { db, pool } from '@/lib/server/db';
import { getOwnVersion, inOwnSandbox } from './own-sandbox';
import { quotas } from './quotas';
import { hashOfKey, randomKey } from './random-key';

/** What its owner may know of a key. The key itself is shown once, when it is issued. */
export interface KeyView {
  readonly id: string;
  /** Its first characters. */
  readonly hint: string;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  /** To the minute. */
  readonly lastUsedAt: Date | null;
}

const SHOWN = {
  id: true,
  hint: true,
  createdAt: true,
  expiresAt: true,
  lastUsedAt: true,
} as const;
const HINT_LENGTH = 4;

/** Keys of a sandbox that work. */
const working = (sandboxId: string) => ({
  sandboxId,
  revokedAt: null,
  OR: [{ expiresAt: null }, { expiresAt: { gt: new Date(now()) } }],
});

/**
 * Makes a key with which a program may use a learner's sandbox. Only its SHA-256 is stored, so that it cannot be shown again.
 * @throws AppError 'not-found' when the learner has no such sandbox; 'too-many' when it has as many keys as one may have
 */
export async function issueKey(
  learnerId: string,
  sandboxId: string,
  expiresAt: Date | null = null,
): Promise<KeyView & { readonly key: string }> {
  const key = randomKey();
  const view = await inOwnSandbox(learnerId, sandboxId, async (tx) => {
    if ((await tx.engineKey.count({ where: working(sandboxId) })) >= quotas.keys)
      throw tooManyKeys();
    return tx.engineKey.create({
      data: {
        learnerId,
        sandboxId,
        hash: hashOfKey(key),
        hint: key.slice(0, HINT_LENGTH),
        createdAt: new Date(now()),
        expiresAt,
      },
      select: SHOWN,
    });
  });
  return { ...view, key };
}

function tooManyKeys(): AppError {
  return new AppError('too-many', {
    words: {
      ko: `엔진 키는 ${quotas.keys}개까지 쓸 수 있어요. 쓰지 않는 키를 거두어 주세요.`,
      en: `You can have ${quotas.keys} keys. Revoke one first.`,
    },
  });
}

/** How many keys of a sandbox work. */
export function countKeys(sandboxId: string): Promise<number> {
  return db.engineKey.count({ where: working(sandboxId) });
}

/**
 * The keys of a learner's sandbox that work, newest first.
 * @throws AppError 'not-found' when the learner has no such sandbox
 */
export async function listKeys(learnerId: string, sandboxId: string): Promise<readonly KeyView[]> {
  await getOwnVersion(learnerId, sandboxId);
  return db.engineKey.findMany({
    where: working(sandboxId),
    orderBy: { createdAt: 'desc' },
    select: SHOWN,
  });
}

/**
 * Takes a key back: from now on it opens nothing.
 * @throws AppError 'not-found' when the learner has no such key, or it was taken back before
 */
export async function revokeKey(learnerId: string, id: string): Promise<void> {
  const { count } = await db.engineKey.updateMany({
    where: { id, learnerId, revokedAt: null },
    data: { revokedAt: new Date(now()) },
  });
  if (count !== 1) throw new AppError('not-found');
}

/** What a key opens: a learner's sandbox, or nothing, and why. */
export type FoundByKey =
  | { readonly kind: 'open'; readonly sandboxId: string; readonly learnerId: string }
  | { readonly kind: 'refused'; readonly reason: 'unknown' | 'expired' | 'revoked' };

/** Finds what a key opens and notes that it was used: one statement. A key ends with its time, or when its sandbox has expired. */
export async function findByKey(key: string): Promise<FoundByKey> {
  const at = new Date(now()).toISOString();
  const { rows } = await pool().query<{
    sandbox_id: string;
    learner_id: string;
    revoked: boolean;
    expired: boolean;
  }>({
    text: `WITH used AS (
        UPDATE engine_keys SET last_used_at = $2::timestamptz
        WHERE hash = $1 AND revoked_at IS NULL
          AND (last_used_at IS NULL OR last_used_at < $2::timestamptz - interval '1 minute'))
      SELECT k.sandbox_id, k.learner_id, k.revoked_at IS NOT NULL AS revoked,
        k.expires_at <= $2::timestamptz IS TRUE OR s.expired_at IS NOT NULL AS expired
      FROM engine_keys k JOIN sandboxes s ON s.id = k.sandbox_id WHERE k.hash = $1`,
    values: [hashOfKey(key), at],
  });
  const [row] = rows;
  if (!row) return { kind: 'refused', reason: 'unknown' };
  if (row.revoked) return { kind: 'refused', reason: 'revoked' };
  if (row.expired) return { kind: 'refused', reason: 'expired' };
  return { kind: 'open', sandboxId: row.sandbox_id, learnerId: row.learner_id };
}
