import 'server-only';
import { echoes, promptFor } from '@/lib/engine';
import { AppError } from '@/lib/server/app-error';
import { changeSandbox, type Changed } from './change-sandbox';
import { readBeginning, readCounting, replay } from './replay-journal';
import { sandboxWorld } from './sandbox-world';

/** Where the terminal stands after something that is no command. */
export interface Standing {
  readonly prompt: string;
  readonly echo: boolean;
}

/**
 * Takes the last command of a sandbox back: its state becomes what the journal gives without that command. The taking back is an entry itself.
 * @throws AppError 'invalid' in words when there is no command to take back; else as `changeSandbox`
 */
export async function undoCommand(ask: {
  readonly sandboxId: string;
  readonly learnerId: string;
  readonly commandKey: string;
}): Promise<Changed<Standing>> {
  const { sandboxId, learnerId, commandKey } = ask;
  const world = await sandboxWorld();
  return changeSandbox(
    { sandboxId, learnerId, commandKey, isSame: ({ kind }) => kind === 'undo' },
    async (_, { sandbox, query }) => {
      const entries = await readCounting(query, sandboxId, sandbox.version);
      const last = entries.findLastIndex(({ input }) => input.kind !== 'wait');
      if (last < 0) throw nothingToUndo();
      const beginning = await readBeginning(query, sandboxId);
      const after = replay(beginning, entries.slice(0, last), world).at(-1)?.after ?? beginning;
      return {
        sandbox: after,
        entry: { input: { kind: 'undo' }, requests: [] },
        result: { prompt: promptFor(after, world), echo: echoes(after) },
      };
    },
  );
}

function nothingToUndo(): AppError {
  return new AppError('invalid', {
    words: { ko: '되돌릴 명령이 없어요.', en: 'There is no command to take back.' },
  });
}
