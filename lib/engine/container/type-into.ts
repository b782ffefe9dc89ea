import { promptOf, promptText, typeInto, type Typed } from '../process/prompt';
import type { Process } from '../process/process';
import type { Sandbox } from '../state';
import { beginTurn, type Turn } from '../turn';
import type { World } from '../world';
import { settleStep } from './exit';
import { hostOf, signalProcess } from './signal';

/** A process of a container that runs, frozen or not; null when there is none. */
export function processAt(state: Sandbox, container: string, pid: number): Process | null {
  const own = state.containers.get(container)?.state;
  if (own?.kind !== 'running' && own?.kind !== 'paused') return null;
  return own.run.processes.find((process) => process.pid === pid) ?? null;
}

/**
 * Gives a process what is typed at its standard input (a line, Ctrl-C, Ctrl-D), without waiting for what comes of it. Nothing happens where there is no
 * such process, or a frozen one.
 */
export function typeIntoContainer(turn: Turn, container: string, pid: number, typed: Typed): void {
  const { state } = turn;
  const process = processAt(state, container, pid);
  if (!process || state.containers.get(container)?.state.kind !== 'running') return;
  const { activity, exec = '' } = process;
  // The terminal sends the signal to the program in front of it: the shell and what it waits for see to that themselves.
  if (typed.kind === 'interrupt' && activity.kind !== 'shell' && activity.kind !== 'prompt') {
    signalProcess(turn, container, pid, 'INT');
    return;
  }
  const tty = pid === 1 ? state.containers.get(container)?.config.Tty : state.execs.get(exec)?.tty;
  const host = hostOf(turn, container, pid, process.output);
  settleStep(turn, container, pid, typeInto(activity, typed, host, tty === true));
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
