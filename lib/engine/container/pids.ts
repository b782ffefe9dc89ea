import { highestPid } from '../process/process-tree';
import type { Running } from '../state';
import type { Turn } from '../turn';
import { pidOwner, putRun, runOf } from './pid-space';

/** How many numbers the container's runtime takes for its own threads behind each process that it begins. */
export const RUNTIME_THREADS = 5;

/** The highest number that a process of a run has had, those of this turn that are gone already included. */
export function lastPid(turn: Turn, id: string, run: Running): number {
  const made = turn.made.size === 0 ? 1 : (turn.made.get(purpose(id, run)) ?? 1);
  return Math.max(made, run.lastPid ?? 1 + RUNTIME_THREADS, highestPid(run.processes));
}

/** The next number for a process of a container that is up, with so many behind it that stay unused; none is given twice in a run. */
export function takePid(turn: Turn, id: string, unused = 0): number {
  const owner = pidOwner(turn.state, id);
  const run = runOf(turn.state, owner);
  if (run === null) return 1;
  const pid = lastPid(turn, owner, run) + 1;
  turn.made.set(purpose(owner, run), pid + unused);
  if (owner !== id) putRun(turn, owner, { lastPid: pid + unused });
  return pid;
}

function purpose(id: string, { startedAt }: Running): string {
  return `pid/${id}/${startedAt}`;
}
