import { deliver } from '../process/kernel';
import type { Process } from '../process/process';
import { numberOf } from '../process/process-tree';
import { signalBelow } from '../process/signal-below';
import type { Turn } from '../turn';
import { settleStep } from './exit';
import { pidSharers } from './pid-space';
import { ContainerHost } from './process-host';
import { runningOf } from './processes';

const none: readonly Process[] = [];

/** The simulated kernel for one process, able to signal the others. */
export function hostOf(
  turn: Turn,
  id: string,
  pid: number,
  output: 'log' | 'client',
): ContainerHost {
  return new ContainerHost(turn, id, pid, output, signalFromInside);
}

/** The kernel drops what process 1 of a namespace does not handle when it comes from inside, SIGKILL too. */
function signalFromInside(turn: Turn, id: string, target: number, signal: string): boolean {
  const [owner = id, ...others] = pidSharers(turn.state, id);
  if (target === 1 && signal === 'KILL') return runningOf(turn, owner) !== null;
  if (signalProcess(turn, owner, target, signal)) return true;
  return target !== 1 && others.some((other) => signalProcess(turn, other, target, signal));
}

/** The simulated kernel for a process, which writes where it was begun. */
export function hostFor(
  turn: Turn,
  id: string,
  { pid, voice = pid, output }: Process,
): ContainerHost {
  return hostOf(turn, id, voice, output);
}

/** Sends a signal to one process of a container; false when there is none with that number. */
export function signalProcess(turn: Turn, id: string, pid: number, signal: string): boolean {
  const processes = runningOf(turn, id)?.processes ?? none;
  const process = find(processes, pid);
  if (process === null) return signalBelowAny(turn, id, processes, pid, signal);
  const host = hostFor(turn, id, process);
  settleStep(turn, id, process.pid, deliver(process.activity, signal, process.isInit, host));
  return true;
}

/** The process with a number: 1 is the main process, which also has the number that its namespace gives to it. */
function find(processes: readonly Process[], pid: number): Process | null {
  for (const process of processes) if (process.pid === pid) return process;
  for (const process of processes) if (numberOf(process) === pid) return process;
  return null;
}

/** Sends a signal to what a shell or a server has begun. */
function signalBelowAny(
  turn: Turn,
  id: string,
  processes: readonly Process[],
  pid: number,
  signal: string,
): boolean {
  for (const process of processes) {
    const host = hostFor(turn, id, process);
    const step = signalBelow(process.activity, pid, signal, host);
    if (!step) continue;
    settleStep(turn, id, process.pid, step);
    return true;
  }
  return false;
}
