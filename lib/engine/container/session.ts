import { advance } from '../advance';
import type { Frame } from '../api/types';
import { keys, promptOf, promptText, takesLines, typedBy, type Typed } from '../process/prompt';
import { dueAt } from '../process/process';
import type { ProcessSession, Sandbox } from '../state';
import { change, containerOf, type Output, type Turn } from '../turn';
import { killContainer } from './kill';
import { hostOf } from './signal';
import { processAt, typeIntoContainer } from './type-into';

/** How long a line may keep a learner waiting before they press Ctrl-C, in virtual ms. */
const PATIENCE = 24 * 3_600_000;
/** How long somebody watches a program that writes on and on, in virtual ms, and how many pieces of it they let pass. */
export const WATCH = 10_000;
const MOST_PIECES = 10;
const MOST_PRESSES = 3;

/** What a line that was typed in a session printed; `ended` is the exit code of the command line that the session was begun by, null while it stays. */
export interface SessionRun {
  readonly written: readonly Frame[];
  readonly ended: number | null;
}

const GAVE_UP = '\ngot 3 SIGTERM/SIGINTs, forcefully exiting\n';

/** Is the process of a session still there? */
export function isThere(state: Sandbox, { container, pid }: ProcessSession): boolean {
  return processAt(state, container, pid) !== null;
}

/** Does the process wait for a line? */
export function waitsForLine(state: Sandbox, container: string, pid: number): boolean {
  const process = processAt(state, container, pid);
  return process !== null && promptOf(process.activity) !== null;
}

/**
 * Lets the clock run while somebody watches a process: until it ends, asks for a line, does nothing more by itself, or has written on and on for a while.
 */
export function watchProcess(turn: Turn, container: string, pid: number): void {
  const start = turn.state.now;
  const from = turn.output.length;
  while (turn.awaits) {
    const process = processAt(turn.state, container, pid);
    if (!process || promptOf(process.activity) || turn.spent.over !== null) return;
    const due = Math.min(dueAt(process.activity), turn.beside?.due() ?? Infinity);
    if (due - start > PATIENCE) return;
    const busy = due - start > WATCH && turn.output.length - from > MOST_PIECES;
    if (busy && outputOf(turn, container, pid, from).length > MOST_PIECES) return;
    advance(turn, due);
  }
}

/** What a process has written in this turn, from a place on. */
export function outputOf(
  turn: Turn,
  container: string,
  pid: number,
  from: number,
): readonly Output[] {
  return turn.output
    .slice(from)
    .filter((output) => output.container === container && output.pid === pid);
}

/** Types a line, Ctrl-C, Ctrl-D or Ctrl-P Ctrl-Q into a session and waits until the next line can be typed. */
export function typeIntoProcess(turn: Turn, session: ProcessSession, line: string): SessionRun {
  const from = turn.output.length;
  const keysGoIn = session.tty && session.input;
  if (line === keys.detach && keysGoIn) {
    const text = session.by === 'run' ? '\n' : 'read escape sequence\n';
    return { written: [says(turn, text)], ended: 0 };
  }
  let next = session;
  if (line === keys.interrupt && !keysGoIn) {
    if (!session.signals) return { written: [], ended: 130 };
    next = { ...session, presses: session.presses + 1 };
    sendInterrupt(turn, session);
  } else {
    const typed = typedBy(line);
    if (session.input && reaches(turn, session, typed)) {
      typeIntoContainer(turn, session.container, session.pid, typed);
      if (typed.kind === 'end' && !session.tty) next = { ...session, input: false };
      settle(turn, session);
    } else if (typed.kind === 'line') passTime(turn, session);
  }
  const printed = outputOf(turn, session.container, session.pid, from);
  const written: Frame[] = printed.filter((each) => session.shows[each.stream]);
  if (!isThere(turn.state, session)) return { written, ended: exitCodeOf(turn, session) };
  if (next.presses >= MOST_PRESSES) return { written: [...written, says(turn, GAVE_UP)], ended: 1 };
  if (next !== session) change(turn).session = next;
  return { written, ended: null };
}

/** What the command line itself says. */
function says({ state }: Turn, text: string): Frame {
  return { at: state.now, stream: 'stderr', text };
}

/** Sends the container Ctrl-C on; where it is handled, somebody watches what comes of it. */
function sendInterrupt(turn: Turn, session: ProcessSession): void {
  const { container, pid } = session;
  const before = processAt(turn.state, container, pid)?.activity;
  if (before === undefined) return;
  killContainer(turn, container, 'INT');
  if (processAt(turn.state, container, pid)?.activity !== before) settle(turn, session);
}

function exitCodeOf(turn: Turn, { container, pid }: ProcessSession): number {
  return turn.exits.get(pid === 1 ? container : `${container}/${pid}`) ?? 137;
}

/** Ctrl-C and Ctrl-D always do something; a line that nobody reads does not, and nothing does in a paused container. */
function reaches(turn: Turn, { container, pid }: ProcessSession, typed: Typed): boolean {
  const process = processAt(turn.state, container, pid);
  if (process === null || turn.state.containers.get(container)?.state.kind !== 'running')
    return false;
  return typed.kind !== 'line' || takesLines(process.activity);
}

/** Lets the clock run until the process waits for a line or has ended. Where nobody sits at the terminal, what would never end is interrupted. */
function settle(turn: Turn, session: ProcessSession): void {
  const { container, pid } = session;
  if (turn.attended) return watchProcess(turn, container, pid);
  const start = turn.state.now;
  for (;;) {
    const process = processAt(turn.state, container, pid);
    if (!process || promptOf(process.activity) || turn.spent.over !== null) return;
    const due = dueAt(process.activity);
    if (due - start <= PATIENCE) advance(turn, due);
    else {
      typeIntoContainer(turn, container, pid, { kind: 'interrupt' });
      const after = processAt(turn.state, container, pid);
      if (after && !promptOf(after.activity) && dueAt(after.activity) === Infinity) return;
    }
  }
}

/** Somebody watches on for a while. */
function passTime(turn: Turn, { container, pid }: ProcessSession): void {
  advance(turn, turn.state.now + WATCH, () => {
    const process = processAt(turn.state, container, pid);
    return !process || promptOf(process.activity) !== null;
  });
}

/** What stands before the next line in a session: the prompt of a shell that has a terminal, else nothing. */
export function processPrompt(turn: Turn, session: ProcessSession): string {
  const { container, pid, tty } = session;
  const process = processAt(turn.state, container, pid);
  const machine = process && promptOf(process.activity);
  if (!process || !machine || !tty) return '';
  const { id } = containerOf(turn, container);
  return promptText(machine, hostOf(turn, id, pid, process.output));
}
