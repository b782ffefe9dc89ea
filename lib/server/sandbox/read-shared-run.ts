import 'server-only';
import type { Sandbox } from '@/lib/engine';
import { AppError } from '@/lib/server/app-error';
import { db } from '@/lib/server/db';
import { readEntries, type JournalView } from './read-journal';
import { replayJournal, type ReplayStep } from './replay-journal';
import { overPool } from './stored-sandbox';

/** A run as a link shows it. */
export interface SharedRunView {
  readonly entries: readonly JournalView[];
  readonly createdAt: Date;
}

const MOST_ENTRIES = 1_000;

/**
 * The run behind a shared link with all that it printed. Nobody needs to be signed in, and nothing tells whose it is.
 * @throws AppError 'not-found' for a key that opens nothing, or nothing any more
 */
export async function readSharedRun(key: string): Promise<SharedRunView> {
  const { sandboxId, through, createdAt } = await findShared(key);
  return {
    entries: await readEntries(overPool, sandboxId, through, MOST_ENTRIES),
    createdAt,
  };
}

/**
 * The states that the run went through, for the stage: made by playing it again. It is there after the sandbox has expired, too.
 * @throws AppError 'not-found' as above; 'conflict' when a question's beginning was made by another version of the engine
 */
export async function replaySharedRun(key: string): Promise<{
  readonly beginning: Sandbox;
  readonly steps: readonly ReplayStep[];
}> {
  const { sandboxId, through } = await findShared(key);
  return replayJournal(overPool, sandboxId, through);
}

async function findShared(key: string) {
  const shared = await db.sharedRun.findUnique({ where: { key } });
  if (shared === null || shared.revokedAt !== null) throw new AppError('not-found');
  return shared;
}
