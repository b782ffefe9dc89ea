import { advance } from '../advance';
import { promptOf, promptText, typedBy, typeInto, type Typed } from '../process/prompt';
import { dueAt, type Process } from '../process/process';
import type { Sandbox, Session } from '../state';
import { change, containerOf, type Turn } from '../turn';
import { settleStep } from './exit';
import { hostOf } from './signal';

/** How long a line may keep a learner waiting before they press Ctrl-C, in virtual ms. */
const PATIENCE = 24 * 3_600_000;

/** What a line that was typed in a session printed. */
export interface SessionRun {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

const DETACH = '\u0010\u0011';

function processOf(state: Sandbox, { container, pid }: Session): Process | null {
  const own = state.containers.get(container)?.state;
  if (own?.kind !== 'running') return null;
  return own.run.processes.find((process) => process.pid === pid) ?? null;
}

/** Does the process wait for a line? */
export function waitsForLine(state: Sandbox, container: string, pid: number): boolean {
  const own = state.containers.get(container)?.state;
  if (own?.kind !== 'running') return false;
  const process = own.run.processes.find((each) => each.pid === pid);
  return process !== undefined && promptOf(process.activity) !== null;
}

/** Puts the terminal in front of a process of a container: what is typed from now on goes there. */
export function openSession(turn: Turn, session: Session): void {
  change(turn).session = session;
}

/** The session, as long as its process is there; one whose process has gone is over. */
export function currentSession(turn: Turn): Session | null {
  const { session } = turn.state;
  if (session === null || processOf(turn.state, session)) return session;
  change(turn).session = null;
  return null;
}

/** Types a line, Ctrl-C, Ctrl-D or Ctrl-P Ctrl-Q into a session and waits until the next line can be typed. */
export function runSessionLine(turn: Turn, session: Session, line: string): SessionRun {
  if (line === DETACH) {
    change(turn).session = null;
    return {
      stdout: '',
      stderr: session.by === 'run' ? '\n' : 'read escape sequence\n',
      exitCode: 0,
    };
  }
  const from = turn.output.length;
  type(turn, session, typedBy(line));
  settle(turn, session);
  const { container, pid } = session;
  const printed = turn.output
    .slice(from)
    .filter((each) => each.container === container && each.pid === pid);
  const text = (stream: 'stdout' | 'stderr'): string =>
    printed
      .filter((each) => each.stream === stream)
      .map((each) => each.text)
      .join('');
  const over = processOf(turn.state, session) === null;
  if (!over) return { stdout: text('stdout'), stderr: text('stderr'), exitCode: 0 };
  change(turn).session = null;
  const exitCode = turn.exits.get(pid === 1 ? container : `${container}/${pid}`) ?? 137;
  return { stdout: text('stdout'), stderr: text('stderr'), exitCode };
}

function type(turn: Turn, session: Session, typed: Typed): void {
  const process = processOf(turn.state, session);
  if (!process) return;
  const { container, pid } = session;
  const host = hostOf(turn, container, pid, process.output);
  settleStep(turn, container, pid, typeInto(process.activity, typed, host));
}

/** Lets the clock run until the process waits for a line or has ended; what would never end is interrupted. */
function settle(turn: Turn, session: Session): void {
  const start = turn.state.now;
  for (;;) {
    const process = processOf(turn.state, session);
    if (!process || promptOf(process.activity) || turn.spent.over !== null) return;
    const due = dueAt(process.activity);
    if (due - start <= PATIENCE) advance(turn, due);
    else {
      type(turn, session, { kind: 'interrupt' });
      const after = processOf(turn.state, session);
      if (after && !promptOf(after.activity) && dueAt(after.activity) === Infinity) return;
    }
  }
}

/** What stands before the next line; null outside of a session. */
export function sessionPrompt(turn: Turn): string | null {
  const session = currentSession(turn);
  const process = session && processOf(turn.state, session);
  const machine = process && promptOf(process.activity);
  if (!session || !process) return null;
  if (!machine || !session.tty) return '';
  const { id } = containerOf(turn, session.container);
  return promptText(machine, hostOf(turn, id, session.pid, process.output));
}
