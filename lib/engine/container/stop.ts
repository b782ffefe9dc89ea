import { draftContainer } from '../draft';
import { containersOf } from './list';
import { advance } from '../advance';
import { parseSignal } from '../process/signals';
import { findImage } from '../image/find';
import { refuse } from '../errors';
import type { Container } from '../state';
import { emitContainer, putContainer, type Turn } from '../turn';
import { findContainer, getContainer } from './find';
import { putWritableLayer, writableKey } from './root-files';
import { signalProcess } from './signal';
import { emitStop } from './stop-event';

const GRACE = 10_000;

export interface StopOptions {
  /** Milliseconds before the process is killed; null: the container's own, else ten seconds. Negative: for ever. */
  readonly timeout: number | null;
  readonly signal: string | null;
}

/** Asks the main process to end and kills it when it does not; returns false when nothing ran (304). Moves the clock while it waits. */
export function stopContainer(turn: Turn, word: string, options: StopOptions): boolean {
  const container = stoppable(turn, word);
  if (options.signal !== null && parseSignal(options.signal) === null)
    refuse('invalid-parameter', `invalid signal: ${options.signal}`);
  const { state, id } = container;
  if (state.kind === 'restarting') {
    putContainer(turn, {
      ...container,
      stoppedByHand: true,
      state: { kind: 'exited', last: state.last },
    });
    emitContainer(turn, 'stop', container);
    return true;
  }
  if (state.kind !== 'running' && state.kind !== 'paused') return false;
  endProcess(turn, container, options);
  const after = turn.state.containers.get(id);
  emitStop(turn, after ?? container);
  if (after && !turn.world.rules.stopKeepsFiles())
    putWritableLayer(turn, writableKey(turn, after), {});
  return true;
}

/** The container that a word names, or, where the rules let an image be stopped, one of that image. */
function stoppable(turn: Turn, word: string): Container {
  const found = findContainer(turn.state, word);
  if (found) return found;
  if (!turn.world.rules.imageCanBeStarted()) return getContainer(turn.state, word);
  const image = findImage(turn, word);
  const own = containersOf(turn.state).find(
    (container) => container.image === image?.id && container.state.kind === 'running',
  );
  return own ?? getContainer(turn.state, word);
}

/** The signal, the wait and, where it is needed, the kill. */
export function endProcess(turn: Turn, container: Container, options: StopOptions): void {
  const { id, config } = container;
  const signal = parseSignal(options.signal ?? config.StopSignal ?? 'TERM') ?? 'TERM';
  const own = config.StopTimeout === undefined ? GRACE : config.StopTimeout * 1000;
  const grace = options.timeout ?? own;
  const patience = turn.world.rules.stopPatience(grace < 0 ? Infinity : grace);
  const start = turn.state.now;
  turn.awaited = id;
  const stopping = draftContainer(container);
  stopping.stoppedByHand = true;
  stopping.state = resumedState(container);
  putContainer(turn, stopping);
  emitContainer(turn, 'kill', container, { signal: signalNumber(signal) });
  signalProcess(turn, id, 1, signal);
  const ended = (): boolean => !isUp(turn, id);
  if (!advance(turn, start + patience.most, ended)) {
    emitContainer(turn, 'kill', container, { signal: '9' });
    signalProcess(turn, id, 1, 'KILL');
  }
  turn.awaited = null;
  if (turn.state.now < start + patience.least) advance(turn, start + patience.least);
}

/** A paused container is resumed by a stop. */
function resumedState(container: Container): Container['state'] {
  return container.state.kind === 'paused'
    ? { kind: 'running', run: container.state.run }
    : container.state;
}

function isUp(turn: Turn, id: string): boolean {
  const kind = turn.state.containers.get(id)?.state.kind;
  return kind === 'running' || kind === 'paused';
}

function signalNumber(signal: string): string {
  return signal === 'KILL' ? '9' : signal === 'TERM' ? '15' : signal;
}
