import 'server-only';
import { echoes, promptFor } from '@/lib/engine';
import { AppError } from '@/lib/server/app-error';
import { now } from '@/lib/server/clock';
import { pool } from '@/lib/server/db';
import { createSandbox } from './create-sandbox';
import { copySetup } from './copy-setup';
import { expireWhenDue } from './expire-sandboxes';
import { lookAtSandbox } from './look-at-sandbox';
import { readEntries, type JournalView } from './read-journal';
import { sandboxWorld } from './sandbox-world';
import { setupSandboxId } from './setup-states';
import { overPool } from './stored-sandbox';

/** A sandbox as a terminal opens it. */
export interface OpenedSandbox {
  readonly id: string;
  readonly kind: 'question' | 'free';
  readonly version: number;
  /** What stands before the line that is typed next. */
  readonly prompt: string;
  /** Whether what is typed next may be seen: false where a password is asked for. */
  readonly echo: boolean;
  /** The last entries of its journal, oldest first, so that a reload shows what stood there. */
  readonly entries: readonly JournalView[];
}

/** Entries that a reload shows. */
const SHOWN_ENTRIES = 100;

/**
 * Opens the sandbox of one of a learner's showings, a copy of its variant's setup state when it is opened for the first time; without a showing the
 * learner's free play that was used last, or a new one.
 *
 * @throws AppError 'not-found' when the learner has no such showing; 'conflict' when the sandbox has expired
 */
export async function openSandbox(ask: {
  readonly learnerId: string;
  readonly showingId?: string;
  /** For a new sandbox of free play: names of the images that lie in its store. */
  readonly images?: readonly string[];
}): Promise<OpenedSandbox> {
  const { learnerId, showingId, images } = ask;
  await expireWhenDue();
  const id =
    showingId === undefined
      ? ((await lastFreeSandbox(learnerId)) ??
        (await createSandbox(learnerId, { ...(images && { images }) })))
      : await sandboxOfShowing(learnerId, showingId);
  return readOpened(learnerId, id);
}

/**
 * A learner's sandbox as a terminal shows it after a reload.
 * @throws AppError as `lookAtSandbox`
 */
export async function readOpened(learnerId: string, id: string): Promise<OpenedSandbox> {
  const { kind, version, state } = await lookAtSandbox(learnerId, id);
  if (kind === 'setup') throw new AppError('not-found');
  return {
    id,
    kind,
    version,
    prompt: promptFor(state, await sandboxWorld()),
    echo: echoes(state),
    entries: await readEntries(overPool, id, version, SHOWN_ENTRIES),
  };
}

async function lastFreeSandbox(learnerId: string): Promise<string | null> {
  const { rows } = await pool().query<{ id: string }>(
    `SELECT id FROM sandboxes WHERE learner_id = $1::uuid AND kind = 'free' AND expired_at IS NULL ORDER BY used_at DESC LIMIT 1`,
    [learnerId],
  );
  return rows[0]?.id ?? null;
}

async function sandboxOfShowing(learnerId: string, showingId: string): Promise<string> {
  const known = await findOfShowing(learnerId, showingId);
  if (known.id !== null) return known.id;
  const setupId = await setupSandboxId(overPool, known.hash);
  const copied = await copySetup({ learnerId, showingId, hash: known.hash, setupId, at: now() });
  if (copied !== null) return copied;
  const { id } = await findOfShowing(learnerId, showingId);
  if (id === null) throw new Error(`the sandbox of showing ${showingId} is not there`);
  return id;
}

async function findOfShowing(
  learnerId: string,
  showingId: string,
): Promise<{ readonly id: string | null; readonly hash: string }> {
  const { rows } = await pool().query<{ id: string | null; hash: string }>(
    `SELECT s.id, v.setup_hash AS hash FROM showings h
       JOIN variants v ON v.id = h.variant_id
       LEFT JOIN sandboxes s ON s.learner_id = h.learner_id AND s.showing_id = h.id
     WHERE h.learner_id = $1::uuid AND h.id = $2::uuid`,
    [learnerId, showingId],
  );
  const [row] = rows;
  if (!row) throw new AppError('not-found');
  return row;
}
