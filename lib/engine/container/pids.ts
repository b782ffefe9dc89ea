import { highestPid } from '../process/process-tree';
import type { Running } from '../state';
import { containerOf, type Turn } from '../turn';

/** The highest number that a process of a run has had, those of this turn that are gone already included. */
export function lastPid(turn: Turn, id: string, run: Running): number {
  const made = turn.made.size === 0 ? 1 : (turn.made.get(purpose(id, run)) ?? 1);
  return Math.max(made, run.lastPid ?? 1, highestPid(run.processes));
}

/** The next number for a process of a container that is up, after so many that are passed over; none is given twice in a run. */
export function takePid(turn: Turn, id: string, passedOver = 0): number {
  const { state } = containerOf(turn, id);
  if (state.kind !== 'running' && state.kind !== 'paused') return 1;
  const pid = lastPid(turn, id, state.run) + passedOver + 1;
  turn.made.set(purpose(id, state.run), pid);
  return pid;
}

function purpose(id: string, { startedAt }: Running): string {
  return `pid/${id}/${startedAt}`;
}
