import { inState, withProcess, withProcesses } from '../draft';
import type { Activity, Process } from '../process/process';
import { highestPid } from '../process/process-tree';
import type { Container, ContainerState, Running } from '../state';
import { putContainer, type Turn } from '../turn';
import { leftBeside } from './orphans';
import { runOf } from './pid-space';
import { lastPid } from './pids';

type Up = Extract<ContainerState, { readonly run: Running }>;

/** The run of a running or paused container; null for any other. */
export function runningOf(turn: Turn, id: string): Running | null {
  return runOf(turn.state, id);
}

/** A number that the host could have given: stable for a container and process. */
export function hostPid(container: Container, pid: number): number {
  if (container.hostConfig['PidMode'] === 'host' && pid > 1) return pid;
  return pid < 64
    ? 1_200 + container.ordinal * 64 + pid
    : 61_000 + pid * 64 + (container.ordinal % 64);
}

/** Gives a container in the state `state` other processes. */
export function putProcesses(
  turn: Turn,
  container: Container,
  state: Up,
  processes: readonly Process[],
): void {
  const run = withProcesses(state.run, processes);
  const last = lastPid(turn, container.id, state.run);
  if (last > highestPid(processes)) run.lastPid = last;
  putContainer(
    turn,
    inState(
      container,
      state.kind === 'running'
        ? { kind: 'running', run }
        : { kind: 'paused', run, signals: state.signals },
    ),
  );
}

/** Notes what a process is doing now. One other than the main process then stands behind the rest. */
export function setActivity(turn: Turn, id: string, pid: number, activity: Activity): void {
  const container = turn.state.containers.get(id);
  if (container?.state.kind !== 'running' && container?.state.kind !== 'paused') return;
  const { state } = container;
  const process = state.run.processes.find((candidate) => candidate.pid === pid);
  if (!process) return;
  const busy = withProcess(process, activity);
  const others = state.run.processes.filter((other) => other.pid !== pid);
  putProcesses(
    turn,
    container,
    state,
    pid === 1 ? [busy, ...leftBeside(busy, others)] : [...others, busy],
  );
}
