import { EngineError } from '../errors';
import { containerOf, emitContainer, makeId, type Turn } from '../turn';
import { execAction, startExec } from './exec';
import { healthDue, probeOf, timeoutText } from './health';
import { noteProbe, probeOutput, settleProbe } from './health-result';
import { signalProcess } from './signal';

/** Begins the health check of a container that is due, or gives up the one that runs. */
export function checkHealth(turn: Turn, id: string): void {
  const container = turn.state.containers.get(id);
  if (!container || healthDue(container) > turn.state.now) return;
  const words = probeOf(container);
  if (words === null) return;
  const probe = container.health?.probe;
  if (probe) {
    const text = timeoutText(container, probeOutput(turn, id, probe.pid));
    settleProbe(turn, id, -1, text);
    signalProcess(turn, id, probe.pid, 'KILL');
    return;
  }
  const exec = makeId(turn, 'exec');
  emitContainer(turn, execAction('exec_create', words), container, { execID: exec });
  noteProbe(turn, id, 0);
  try {
    begin(turn, id, exec, words);
  } catch (failure) {
    if (!(failure instanceof EngineError)) throw failure;
    settleProbe(turn, id, -1, failure.message);
  }
}

function begin(turn: Turn, id: string, exec: string, words: readonly string[]): void {
  const order = { id: exec, argv: words, env: [], cwd: null, user: null, tty: false, stdin: '' };
  const started = startExec(turn, id, order);
  if (started.kind === 'failed') return settleProbe(turn, id, -1, started.message);
  const { pid } = started;
  const { state } = containerOf(turn, id);
  const goesOn = state.kind === 'running' && state.run.processes.some((each) => each.pid === pid);
  if (goesOn) noteProbe(turn, id, pid);
  else settleProbe(turn, id, turn.exits.get(`${id}/${pid}`) ?? -1, probeOutput(turn, id, pid));
}
