import 'server-only';
import { echoes, engineVersion, promptFor } from '@/lib/engine';
import { pool } from '@/lib/server/db';
import { changeSandbox, type Changed } from './change-sandbox';
import { expireStatement } from './expire-sandboxes';
import { readBeginning } from './replay-journal';
import { forgetSandbox } from './sandbox-cache';
import { sandboxWorld } from './sandbox-world';
import type { Standing } from './undo-command';

/**
 * Sets a sandbox back to its beginning, also one that has expired. It is an entry of the journal, which stays.
 * @throws AppError as `changeSandbox`; 'conflict' when a question's beginning was made by another version of the engine
 */
export async function resetSandbox(ask: {
  readonly sandboxId: string;
  readonly learnerId: string;
  readonly commandKey: string;
}): Promise<Changed<Standing>> {
  const { sandboxId, learnerId, commandKey } = ask;
  const world = await sandboxWorld();
  await expireOutdated(sandboxId, learnerId);
  return changeSandbox(
    { sandboxId, learnerId, commandKey, isSame: ({ kind }) => kind === 'reset', revives: true },
    async (_, { query }) => {
      const after = await readBeginning(query, sandboxId);
      return {
        sandbox: after,
        entry: { input: { kind: 'reset' }, requests: [] },
        result: { prompt: promptFor(after, world), echo: echoes(after) },
      };
    },
  );
}

/** Rows of another version of the engine go first: they are not to be compared with this one's. */
async function expireOutdated(sandboxId: string, learnerId: string): Promise<void> {
  const { text, values } = expireStatement(
    `kind <> 'setup' AND expired_at IS NULL AND id = $2::uuid AND learner_id = $3::uuid AND engine_version <> $4`,
    [sandboxId, learnerId, engineVersion],
  );
  const { rowCount } = await pool().query(text, values);
  if (rowCount !== 0) forgetSandbox(sandboxId);
}
