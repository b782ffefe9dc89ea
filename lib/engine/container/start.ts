import { draftContainer } from '../draft';
import { containersOf } from './list';
import { refuse } from '../errors';
import { findImage, storedId } from '../image/find';
import type { Container } from '../state';
import { putContainer, type Turn } from '../turn';
import { createContainer } from './create';
import { findContainer, getContainer } from './find';
import { mergeConfig } from './config';
import { launchContainer } from './launch';

/** Starts a container; returns false when it runs already (304). */
export function startContainer(turn: Turn, word: string): boolean {
  const container = startable(turn, word);
  const { state } = container;
  if (state.kind === 'paused')
    refuse('conflict', 'cannot start a paused container, try unpause instead');
  if (state.kind === 'running' || state.kind === 'restarting') return false;
  const read = reread(turn, container);
  if (read !== container || read.restartCount !== 0 || read.backoff !== 0) {
    const begun = draftContainer(read);
    begun.restartCount = 0;
    begun.backoff = 0;
    putContainer(turn, begun);
  }
  // Who waits for it from now on does not mean the end of the run before.
  turn.exits.delete(container.id);
  launchContainer(turn, container.id);
  return true;
}

/** The container that a word names, or, where the rules let an image be started, one of that image. */
function startable(turn: Turn, word: string): Container {
  const found = findContainer(turn.state, word);
  if (found) return found;
  if (!turn.world.rules.imageCanBeStarted()) return getContainer(turn.state, word);
  const image = findImage(turn, word);
  if (!image) return getContainer(turn.state, word);
  const own = containersOf(turn.state).find((container) => container.image === image.id);
  return own ?? createContainer(turn, { name: null, config: { Image: word }, hostConfig: {} });
}

/** Where its image's name stands for another image by now, and the rules say that a start reads it again, the container is given that. */
export function reread(turn: Turn, container: Container): Container {
  const stored = storedId(turn, container.config.Image);
  if (stored === undefined || stored === container.image) return container;
  if (!turn.world.rules.restartReadsImageAgain()) return container;
  const image = findImage(turn, container.config.Image);
  if (!image) return container;
  const before = turn.state.images.get(container.image);
  const { Cmd: cmd, Entrypoint: _, ...rest } = container.config;
  const ownCmd =
    JSON.stringify(cmd) === JSON.stringify(before?.config.Cmd) ? {} : { Cmd: cmd ?? null };
  const config = mergeConfig({ ...rest, ...ownCmd }, image.config, turn.world.rules);
  return { ...container, image: image.id, config };
}
