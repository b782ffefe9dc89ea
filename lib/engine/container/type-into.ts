import { promptOf, promptText, typedBy, typeInto } from '../process/prompt';
import type { Process } from '../process/process';
import type { Sandbox } from '../state';
import { beginTurn, type Turn } from '../turn';
import type { World } from '../world';
import { settleStep } from './exit';
import { hostOf, signalProcess } from './signal';

function processAt(state: Sandbox, container: string, pid: number): Process | null {
  const own = state.containers.get(container)?.state;
  if (own?.kind !== 'running') return null;
  return own.run.processes.find((process) => process.pid === pid) ?? null;
}

/** What a client sends to a process of a container: `text` is a line, or a key that a terminal hands on (Ctrl-C, Ctrl-D). */
export interface TypedInput {
  readonly container: string;
  readonly pid: number;
  readonly tty: boolean;
  readonly text: string;
}

/** Types into a process, without waiting for what comes of it. Nothing happens where there is no such process. */
export function typeIntoContainer(turn: Turn, { container, pid, tty, text }: TypedInput): void {
  const process = processAt(turn.state, container, pid);
  if (!process) return;
  const typed = typedBy(text);
  const { activity } = process;
  // The terminal sends the signal to the program in front of it: the shell and what it waits for see to that themselves.
  if (typed.kind === 'interrupt' && activity.kind !== 'shell' && activity.kind !== 'prompt') {
    signalProcess(turn, container, pid, 'INT');
    return;
  }
  const host = hostOf(turn, container, pid, process.output);
  settleStep(turn, container, pid, typeInto(activity, typed, host, tty));
}

/** What a process with a terminal has written last when it waits for a line: its prompt. Null when it does not wait for one. */
export function promptInContainer(
  sandbox: Sandbox,
  container: string,
  pid: number,
  world: World,
): string | null {
  const process = processAt(sandbox, container, pid);
  const machine = process && promptOf(process.activity);
  if (!process || !machine) return null;
  return promptText(machine, hostOf(beginTurn(sandbox, world), container, pid, process.output));
}
