import { draftContainer } from '../draft';
import { containersOf } from './list';
import { advance, goOnBeside } from '../advance';
import { parseSignal } from '../process/signals';
import { findImage } from '../image/find';
import { refuse } from '../errors';
import type { Container } from '../state';
import { emitContainer, putContainer, type Turn } from '../turn';
import { findContainer, getContainer } from './find';
import { hasWritten, putWritableLayer, writableKey } from './root-files';
import { signalProcess } from './signal';
import { emitStop } from './stop-event';

const GRACE = 10_000;

export interface StopOptions {
  /** Milliseconds before the process is killed; null: the container's own, else ten seconds. Negative: for ever. */
  readonly timeout: number | null;
  readonly signal: string | null;
  /** Only one half of it is done, because a door holds the wait between the two: the signal, or what follows when the process has ended or is to be killed. */
  readonly half?: 'begin' | 'finish' | undefined;
}

/** When a container that was asked to end is killed, in milliseconds since the epoch. */
export type StopWait = { readonly container: string; readonly until: number } | null;

/**
 * The first half of a stop or a restart: the signal. Null when the whole is better done at once: nothing runs, the signal is none, or the container would be
 * gone with its end and is to start again.
 */
export function beginStop(
  turn: Turn,
  word: string,
  options: StopOptions,
  startsAgain: boolean,
): StopWait {
  const container = stoppable(turn, word);
  const { state, id, hostConfig } = container;
  if (state.kind !== 'running' && state.kind !== 'paused') return null;
  if (startsAgain && hostConfig.AutoRemove) return null;
  if (options.signal !== null && parseSignal(options.signal) === null) return null;
  const grace = options.timeout ?? graceOf(container);
  signalEnd(turn, container, options.signal);
  const { now } = turn.state;
  if (!isUp(turn, id)) return { container: id, until: now };
  return { container: id, until: grace < 0 ? Infinity : now + grace };
}

/** Asks the main process to end and kills it when it does not; returns false when nothing ran (304). Moves the clock while it waits. */
export function stopContainer(turn: Turn, word: string, options: StopOptions): boolean {
  const container = stoppable(turn, word);
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
  if (state.kind !== 'running' && state.kind !== 'paused') {
    if (options.half !== 'finish') return false;
    emitStop(turn, container);
    return true;
  }
  const wrong = signalError(options.signal);
  if (wrong !== null) refuse('invalid-parameter', `cannot stop container: ${word}: ${wrong}`);
  endProcess(turn, container, options);
  const after = turn.state.containers.get(id);
  emitStop(turn, after ?? container);
  if (after && hasWritten(turn, after) && !turn.world.rules.stopKeepsFiles())
    putWritableLayer(turn, writableKey(turn, after), {});
  return true;
}

/** What is wrong with a signal that was asked for; it is looked at only when there is something to stop. */
export function signalError(signal: string | null): string | null {
  return signal !== null && parseSignal(signal) === null ? `invalid signal: ${signal}` : null;
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
  const { id } = container;
  const grace = options.timeout ?? graceOf(container);
  const patience = turn.world.rules.stopPatience(grace < 0 ? Infinity : grace);
  const start = turn.state.now;
  turn.awaited = id;
  const finishes = options.half === 'finish';
  if (!finishes) signalEnd(turn, container, options.signal);
  const ended = (): boolean => !isUp(turn, id);
  if (finishes || !advance(turn, start + patience.most, ended)) kill(turn, container);
  turn.awaited = null;
  if (turn.state.now < start + patience.least) advance(turn, start + patience.least);
  // Who waits for the end hears of it before who asked for it.
  goOnBeside(turn);
}

/** How long the main process is given, in milliseconds. */
function graceOf({ config }: Container): number {
  return config.StopTimeout === undefined ? GRACE : config.StopTimeout * 1000;
}

function signalEnd(turn: Turn, container: Container, asked: string | null): void {
  const signal = parseSignal(asked ?? container.config.StopSignal ?? 'TERM') ?? 'TERM';
  const stopping = draftContainer(container);
  stopping.stoppedByHand = true;
  stopping.state = resumedState(container);
  putContainer(turn, stopping);
  emitContainer(turn, 'kill', container, { signal: signalNumber(signal) });
  signalProcess(turn, container.id, 1, signal);
}

function kill(turn: Turn, container: Container): void {
  emitContainer(turn, 'kill', container, { signal: '9' });
  signalProcess(turn, container.id, 1, 'KILL');
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
