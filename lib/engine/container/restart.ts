import { EngineError, refuse } from '../errors';
import { containerOf, emitContainer, putContainer, type Turn } from '../turn';
import { getContainer } from './find';
import { hasWritten, putWritableLayer, writableKey } from './root-files';
import { launchContainer } from './launch';
import { reread } from './start';
import { emitStop } from './stop-event';
import { endProcess, signalError, type StopOptions } from './stop';

/**
 * Stops what runs, as `stop` does, and starts the container again; works in every state. Where an ended container is gone (a belief), the stop
 * stays and there is nothing to start again: not found.
 */
export function restartContainer(turn: Turn, word: string, options: StopOptions): void {
  const container = getContainer(turn.state, word);
  const { state, id, hostConfig } = container;
  if (state.kind === 'running' || state.kind === 'paused') {
    const wrong = signalError(options.signal);
    if (wrong !== null) refuse('invalid-parameter', `Cannot restart container ${word}: ${wrong}`);
    putContainer(turn, { ...container, hostConfig: { ...hostConfig, AutoRemove: false } });
    endProcess(turn, containerOf(turn, id), options);
    const stopped = turn.state.containers.get(id);
    emitStop(turn, stopped ?? container);
    if (!stopped) throw new EngineError('not-found', `No such container: ${word}`, true);
    putContainer(turn, { ...stopped, hostConfig });
    if (hasWritten(turn, stopped) && !turn.world.rules.stopKeepsFiles())
      putWritableLayer(turn, writableKey(turn, stopped), {});
  }
  if (state.kind === 'exited' && options.half === 'finish') emitStop(turn, container);
  putContainer(turn, { ...reread(turn, containerOf(turn, id)), backoff: 0 });
  turn.exits.delete(id);
  try {
    launchContainer(turn, id);
  } catch (failure) {
    if (!(failure instanceof EngineError)) throw failure;
    const message = `Cannot restart container ${word}: ${failure.message}`;
    throw new EngineError('internal', message, true);
  }
  const after = turn.state.containers.get(id);
  if (after) emitContainer(turn, 'restart', after);
}
