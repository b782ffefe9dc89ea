import 'server-only';
import { db } from '@/lib/server/db';
import { expireWhenDue } from './expire-sandboxes';

/** A learner's sandbox of free play, as a list tells of it. */
export interface SandboxRow {
  readonly id: string;
  readonly createdAt: Date;
  readonly usedAt: Date;
  /** Its rows are gone; a reset begins it again. */
  readonly expired: boolean;
  /** Entries of its journal. */
  readonly entries: number;
}

/** A learner's sandboxes of free play, the one used last first; of expired ones the last few. */
export async function listSandboxes(learnerId: string): Promise<readonly SandboxRow[]> {
  await expireWhenDue();
  const rows = await db.sandbox.findMany({
    where: { learnerId, kind: 'free' },
    orderBy: [{ expiredAt: { sort: 'desc', nulls: 'first' } }, { usedAt: 'desc' }],
    take: MOST_ROWS,
    select: { id: true, createdAt: true, usedAt: true, expiredAt: true, version: true },
  });
  return rows.map(({ expiredAt, version, ...row }) => ({
    ...row,
    expired: expiredAt !== null,
    entries: version,
  }));
}

const MOST_ROWS = 10;
