import 'server-only';
import { readSharedRun, replaySharedRun } from '@/lib/server/sandbox/read-shared-run';
import { sandboxWorld } from '@/lib/server/sandbox/sandbox-world';
import { framesOf } from '@/lib/stage/frames-of';
import type { StageFrame } from '@/lib/stage/picture';
import { playedSteps } from './played-steps';

/** A shared run as the stage plays it. */
export interface SharedFrames {
  readonly frames: readonly StageFrame[];
  /** How many steps before them are not shown. */
  readonly earlier: number;
  readonly createdAt: Date;
}

/** So many of the last steps are shown. */
const MOST_FRAMES = 60;

/**
 * The run behind a shared link, a step at a time, in the reader's language. Nobody needs to be signed in.
 * @throws AppError 'not-found' for a key that opens nothing, or nothing any more; 'conflict' when it was made by another version of the engine
 */
export async function readSharedFrames(key: string, locale: 'ko' | 'en'): Promise<SharedFrames> {
  const [{ entries, createdAt }, { beginning, steps }, world] = await Promise.all([
    readSharedRun(key),
    replaySharedRun(key),
    sandboxWorld(),
  ]);
  const played = playedSteps(steps, entries, locale);
  // Of a long run only the end is drawn: each picture takes its time.
  const first = Math.max(0, played.length - MOST_FRAMES);
  const before = played[first - 1]?.after ?? steps[steps.length - played.length - 1]?.after;
  return {
    frames: framesOf(before ?? beginning, played.slice(first), locale, world),
    earlier: steps.length - played.length + first,
    createdAt,
  };
}
