import { own } from '../../kernel/own';
import { draftContainer } from '../draft';
import { refuse } from '../errors';
import { parseSignal, signalNumbers } from '../process/signals';
import { emitContainer, putContainer, type Turn } from '../turn';
import { findContainer } from './find';
import { signalProcess } from './signal';

/** Sends a signal to the main process (moby daemon/kill.go killWithSignal). */
export function killContainer(turn: Turn, word: string, wanted: string | null): void {
  const fail = (kind: 'conflict' | 'invalid-parameter' | 'not-found', reason: string): never =>
    refuse(kind, `cannot kill container: ${word}: ${reason}`);
  if (wanted !== null && isOutOfRange(wanted))
    return fail('invalid-parameter', `the linux daemon does not support signal ${Number(wanted)}`);
  const signal = parseSignal(wanted ?? 'KILL');
  if (signal === null) return fail('invalid-parameter', `invalid signal: ${wanted ?? ''}`);
  const container = findContainer(turn.state, word);
  if (!container) return fail('not-found', `No such container: ${word}`);
  const { state, id } = container;
  if (state.kind === 'restarting') {
    putContainer(turn, {
      ...container,
      stoppedByHand: true,
      state: { kind: 'exited', last: state.last },
    });
    return;
  }
  if (state.kind !== 'running' && state.kind !== 'paused')
    return fail('conflict', `container ${id} is not running`);
  if (signal === 'KILL') turn.awaited = id;
  const stops = container.config.StopSignal ? parseSignal(container.config.StopSignal) : null;
  const resumes = signal === 'KILL' || stops === null || stops === signal;
  const marked = draftContainer(container);
  marked.stoppedByHand = true;
  emitContainer(turn, 'kill', container, {
    signal: String(own(signalNumbers, signal) ?? signal.replace('RT', '')),
  });
  if (state.kind === 'paused' && !resumes) {
    marked.state = { ...state, signals: [...state.signals, signal] };
    return putContainer(turn, marked);
  }
  marked.state = { kind: 'running', run: state.run };
  putContainer(turn, marked);
  if (state.kind === 'paused')
    for (const queued of state.signals) signalProcess(turn, id, 1, queued);
  signalProcess(turn, id, 1, signal);
  turn.awaited = null;
}

/** A number that no Linux signal has: it is refused in words of its own (moby daemon/kill.go ContainerKill). */
function isOutOfRange(wanted: string): boolean {
  return /^[+-]?\d+$/.test(wanted) && (Number(wanted) < 0 || Number(wanted) > 64);
}
