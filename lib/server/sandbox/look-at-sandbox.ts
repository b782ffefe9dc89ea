import 'server-only';
import { AppError } from '@/lib/server/app-error';
import { carryOver } from './carry-over';
import { keepSandbox, keptSandbox } from './sandbox-cache';
import { expired, isOutdated } from './sandbox-over';
import { sandboxWorld } from './sandbox-world';
import { readSandbox, overPool, type StoredSandbox } from './stored-sandbox';

/**
 * A learner's sandbox as it is now, carried over when another version of the engine has made its rows. Beside that reading changes nothing, not even the host's clock.
 * @throws AppError 'not-found' when the learner has no such sandbox; 'conflict' when it has expired, or cannot be carried over
 */
export async function lookAtSandbox(learnerId: string, sandboxId: string): Promise<StoredSandbox> {
  const [now] = await overPool<{ readonly version: number; readonly expired: boolean }>({
    text: `SELECT version, expired_at IS NOT NULL AS expired FROM sandboxes
      WHERE id = $1::uuid AND learner_id = $2::uuid`,
    values: [sandboxId, learnerId],
  });
  if (!now) throw new AppError('not-found');
  if (now.expired) throw expired();
  const kept = keptSandbox(sandboxId);
  if (kept?.version === now.version) return kept;
  const { catalogue } = await sandboxWorld();
  const found = await readSandbox(sandboxId, catalogue);
  if (found?.sandbox.learnerId !== learnerId) throw new AppError('not-found');
  if (found.sandbox.expired) throw expired();
  if (isOutdated(found.sandbox)) {
    await carryOver(sandboxId);
    return lookAtSandbox(learnerId, sandboxId);
  }
  keepSandbox(found.sandbox);
  return found.sandbox;
}
