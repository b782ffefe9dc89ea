import type { Sandbox, World } from '../engine';
import { changesBetween } from './changes-between';
import type { StageFrame } from './picture';
import { pictureOf } from './picture-of';
import { sentenceOf } from './sentence-of';

/** A step of a run: what a terminal showed of it, and the host after it. */
export interface PlayedStep {
  readonly shown: Pick<StageFrame, 'command' | 'prompt' | 'stdout' | 'stderr' | 'exitCode'>;
  readonly after: Sandbox;
  /** Nobody typed it: without a change that is drawn it is no step of its own. */
  readonly unseen?: boolean;
}

/** The frames of a run that began with `start`, in the reader's language. */
export function framesOf(
  start: Sandbox,
  steps: readonly PlayedStep[],
  locale: 'ko' | 'en',
  world: World,
): readonly StageFrame[] {
  const from = pictureOf(start, world);
  const frames: StageFrame[] = [];
  let before = from;
  for (const { shown, after, unseen = false } of steps) {
    const picture = pictureOf(after, world);
    const changes = changesBetween(before, picture);
    before = picture;
    if (unseen && changes.length === 0) continue;
    frames.push({
      ...shown,
      change: sentenceOf(changes, shown, locale),
      picture,
      ...(frames.length === 0 ? { from } : {}),
    });
  }
  return frames;
}
