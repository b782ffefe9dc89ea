import type { Activity, Process } from './process';

/** A process as `ps` shows it. */
export interface Running {
  readonly pid: number;
  readonly parent: number;
  readonly argv: readonly string[];
  readonly user: string;
  readonly startedAt: number;
}

/** Every process of a container: the main one, what was exec'd beside it, and the programs that their shells wait for. */
export function processTree(processes: readonly Process[]): readonly Running[] {
  return processes
    .flatMap((process) => {
      const { pid, argv, user, startedAt, activity } = process;
      return [{ pid, parent: 0, argv, user, startedAt }, ...childrenOf(activity, process)];
    })
    .sort((a, b) => a.pid - b.pid);
}

function childrenOf(
  activity: Activity,
  { user, pid: parent }: Pick<Process, 'user' | 'pid'>,
): readonly Running[] {
  if (activity.kind !== 'shell') return [];
  const { child, childOf, jobs } = activity.machine;
  const foreground =
    child && childOf
      ? [{ ...childOf, parent, user }, ...childrenOf(child, { user, pid: childOf.pid })]
      : [];
  const background = jobs.flatMap((job) => {
    if (!job.activity) return [];
    // A job is a shell that has become its only command, or waits for it.
    const own = job.activity.kind === 'shell' ? job.activity.machine : null;
    const argv = own?.childOf?.argv ?? activity.machine.positional.slice(0, 1);
    return [{ pid: job.pid, parent, argv, user, startedAt: own?.childOf?.startedAt ?? 0 }];
  });
  return [...foreground, ...background];
}
