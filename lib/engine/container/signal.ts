import { deliver } from '../process/kernel';
import type { Process } from '../process/process';
import { UNDER_INIT } from '../process/process-tree';
import { signalBelow } from '../process/signal-below';
import type { Turn } from '../turn';
import { settleStep } from './exit';
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
  return target === 1 && signal === 'KILL'
    ? runningOf(turn, id) !== null
    : signalProcess(turn, id, target, signal);
}

/** Sends a signal to one process of a container; false when there is none with that number. */
export function signalProcess(turn: Turn, id: string, pid: number, signal: string): boolean {
  const processes = runningOf(turn, id)?.processes ?? none;
  const process = find(processes, pid);
  if (process === null) return signalBelowAny(turn, id, processes, pid, signal);
  const host = hostOf(turn, id, pid, process.output);
  settleStep(turn, id, process.pid, deliver(process.activity, signal, process.isInit, host));
  return true;
}

/** The process with a number; what docker-init has begun is the main process. */
function find(processes: readonly Process[], pid: number): Process | null {
  for (const process of processes) if (process.pid === pid) return process;
  if (pid === UNDER_INIT)
    for (const process of processes) if (process.pid === 1 && !process.isInit) return process;
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
    const host = hostOf(turn, id, process.pid, process.output);
    const step = signalBelow(process.activity, pid, signal, host);
    if (!step) continue;
    settleStep(turn, id, process.pid, step);
    return true;
  }
  return false;
}
