import 'server-only';
import { complete } from '@/lib/engine';
import { lookAtSandbox } from './look-at-sandbox';
import { sandboxWorld } from './sandbox-world';

/**
 * What could stand where the cursor is in a line that is being typed: `word` is the beginning that is there already, every candidate begins with it.
 * @throws AppError as `lookAtSandbox`
 */
export async function completeLine(ask: {
  readonly learnerId: string;
  readonly sandboxId: string;
  readonly text: string;
  readonly cursor: number;
}): Promise<ReturnType<typeof complete>> {
  const { learnerId, sandboxId, text, cursor } = ask;
  const { state } = await lookAtSandbox(learnerId, sandboxId);
  return complete(state, text.slice(0, cursor), await sandboxWorld());
}
