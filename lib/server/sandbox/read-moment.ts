import 'server-only';
import { echoes, promptFor } from '@/lib/engine';
import type { Picture } from '@/lib/stage/picture';
import { pictureOf } from '@/lib/stage/picture-of';
import { lookAtSandbox } from './look-at-sandbox';
import { sandboxWorld } from './sandbox-world';
import type { Standing } from './undo-command';

/**
 * Where a learner's sandbox stands now: what its terminal asks for, and the host as a picture.
 * @throws AppError as `lookAtSandbox`
 */
export async function readMoment(
  learnerId: string,
  sandboxId: string,
): Promise<Standing & { readonly version: number; readonly picture: Picture }> {
  const world = await sandboxWorld();
  const { state, version } = await lookAtSandbox(learnerId, sandboxId);
  return {
    version,
    prompt: promptFor(state, world),
    echo: echoes(state),
    picture: pictureOf(state, world),
  };
}
