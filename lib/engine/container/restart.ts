import { containerOf, emitContainer, putContainer, type Turn } from '../turn';
import { getContainer } from './find';
import { launchContainer } from './run';
import { reread } from './start';
import { endProcess, type StopOptions } from './stop';

/** Stops what runs, as `stop` does, and starts the container again; works in every state. */
export function restartContainer(turn: Turn, word: string, options: StopOptions): void {
  const container = getContainer(turn.state, word);
  const { state, id } = container;
  if (state.kind === 'running' || state.kind === 'paused') {
    putContainer(turn, {
      ...container,
      hostConfig: { ...container.hostConfig, AutoRemove: false },
    });
    endProcess(turn, containerOf(turn, id), options);
    // Where an ended container is gone (a belief), there is nothing to start again: not found, as for `start`.
    putContainer(turn, { ...getContainer(turn.state, word), hostConfig: container.hostConfig });
  }
  const stopped = getContainer(turn.state, word);
  putContainer(turn, { ...reread(turn, stopped), backoff: 0 });
  launchContainer(turn, id);
  const after = turn.state.containers[id];
  if (after) emitContainer(turn, 'restart', after);
}
