import 'server-only';
import { echoes, promptFor } from '@/lib/engine';
import { changeSandbox, type Changed } from './change-sandbox';
import { readBeginning } from './replay-journal';
import { sandboxWorld } from './sandbox-world';
import type { Standing } from './undo-command';

/**
 * Sets a sandbox back to its beginning, also one that has expired or whose rows make no sense. It is an entry of the journal, which stays.
 * @throws AppError as `changeSandbox`
 */
export async function resetSandbox(ask: {
  readonly sandboxId: string;
  readonly learnerId: string;
  readonly commandKey: string;
}): Promise<Changed<Standing>> {
  const { sandboxId, learnerId, commandKey } = ask;
  const world = await sandboxWorld();
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
