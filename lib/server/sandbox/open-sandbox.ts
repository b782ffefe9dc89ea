import 'server-only';
import { promptFor } from '@/lib/engine';
import { AppError } from '@/lib/server/app-error';
import { now } from '@/lib/server/clock';
import { db, pool } from '@/lib/server/db';
import { createSandbox } from './create-sandbox';
import { copySetup } from './copy-setup';
import { sandboxWorld } from './sandbox-world';
import { setupSandboxId } from './setup-states';
import { readSandbox } from './stored-sandbox';

/** A sandbox as a terminal opens it. */
export interface OpenedSandbox {
  readonly id: string;
  readonly kind: 'question' | 'free';
  readonly version: number;
  /** What stands before the line that is typed next. */
  readonly prompt: string;
}

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
  const id =
    showingId === undefined
      ? ((await lastFreeSandbox(learnerId)) ??
        (await createSandbox(learnerId, { ...(images && { images }) })))
      : await sandboxOfShowing(learnerId, showingId);
  return readOpened(id);
}

async function readOpened(id: string): Promise<OpenedSandbox> {
  const world = await sandboxWorld();
  const found = await readSandbox(id, world.catalogue);
  if (!found) throw new AppError('not-found');
  const { kind, version, state } = found.sandbox;
  if (kind === 'setup') throw new AppError('not-found');
  return { id, kind, version, prompt: promptFor(state, world) };
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
  const setupId = await setupSandboxId(db, known.hash);
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
