import type { Activity, Process } from './process';
import { serverOf } from './servers';

/** What `--init` puts before the main process: a program of Docker's own, mounted into the container. */
export const INIT_PROGRAM = '/sbin/docker-init';
/** The number of the program that `docker-init` looks after. */
export const UNDER_INIT = 7;

/** A process as `ps` shows it. */
export interface Running {
  readonly pid: number;
  /** 0: begun from outside. */
  readonly parent: number;
  /** What stands behind its name: its words, or the title that it gives itself. */
  readonly argv: readonly string[];
  /** The file that it runs: `comm`. */
  readonly name: string;
  readonly user: string;
  readonly startedAt: number;
  /** How many tasks the kernel counts for it. */
  readonly threads: number;
  /** The process of the container that it is or stands below. */
  readonly of: Process;
}

/** Every process of a container: the main one, what was exec'd beside it, what their shells have begun, and the workers of servers. */
export function processTree(processes: readonly Process[]): readonly Running[] {
  const tree: Running[] = [];
  for (const process of processes) {
    const { pid, argv, user, startedAt, activity, inside } = process;
    if (activity.kind === 'zombie') tree.push(remains(process));
    else if (isUnderInit(process)) {
      const init = [INIT_PROGRAM, '--', ...argv];
      tree.push({
        pid,
        parent: 0,
        argv: init,
        name: 'docker-init',
        user,
        startedAt,
        threads: 1,
        of: process,
      });
      grow(tree, { pid: UNDER_INIT, parent: 1, argv, user, startedAt, of: process }, activity);
    } else if (isOrphan(process)) growJob(tree, { ...process, parent: 1, of: process }, argv);
    else
      grow(tree, { pid: inside ?? pid, parent: 0, argv, user, startedAt, of: process }, activity);
  }
  return tree.length > 1 ? tree.sort((a, b) => a.pid - b.pid) : tree;
}

/** The highest number that a process of a container has; 0 when there is none. */
export function highestPid(processes: readonly Process[]): number {
  let highest = 0;
  for (const process of processes)
    highest = Math.max(highest, numberOf(process), highestBelow(process.activity));
  return highest;
}

/** The number that a process has in its namespace. */
export function numberOf(process: Process): number {
  return process.inside ?? (isUnderInit(process) ? UNDER_INIT : process.pid);
}

/** Is it the main process of a container with a `docker-init` of its own? */
export function isUnderInit({ pid, isInit, inside }: Process): boolean {
  return pid === 1 && !isInit && inside === undefined;
}

/** The highest number below a process that does something; 0 when nothing stands below it. */
function highestBelow(activity: Activity): number {
  let highest = 0;
  if (activity.kind === 'serving')
    for (const pid of activity.workers ?? []) highest = Math.max(highest, pid);
  if (activity.kind !== 'shell') return highest;
  const { child, childOf, jobs } = activity.machine;
  if (child && childOf) highest = Math.max(childOf.pid, highestBelow(child));
  for (const { pid, activity: job } of jobs) {
    if (!job) continue;
    const own = job.kind === 'shell' ? job.machine.child : null;
    highest = Math.max(highest, pid, own ? highestBelow(own) : 0);
  }
  return highest;
}

/** Adds a process that does something, and what stands below it. */
function grow(tree: Running[], begun: Omit<Running, 'name' | 'threads'>, activity: Activity): void {
  const name = nameOf(begun.argv);
  if (activity.kind === 'serving') {
    const { title: own, user = begun.user, tasks, workers } = serverOf(activity.server);
    const pids = activity.workers ?? [];
    const below = workers ? workers.threads * pids.length : 0;
    const argv = own ? [own(begun.argv)] : begun.argv;
    tree.push({ name, threads: tasks - below, ...begun, argv, user });
    if (workers)
      pids.forEach((pid, index) => {
        const title = workers.titles[index] ?? null;
        tree.push({
          name,
          threads: workers.threads,
          ...begun,
          pid,
          parent: begun.pid,
          argv: title === null ? begun.argv : [title],
          user: workers.user,
        });
      });
    return;
  }
  if (activity.kind !== 'shell') {
    tree.push({ name, threads: 1, ...begun });
    return;
  }
  const { child, childOf, jobs, positional, interpreter } = activity.machine;
  const script = interpreter && [...interpreter, activity.machine.name, ...begun.argv.slice(1)];
  tree.push({ name, threads: 1, ...begun, argv: script ?? begun.argv });
  const { user, of } = begun;
  if (child && childOf) grow(tree, { ...childOf, parent: begun.pid, user, of }, child);
  const { startedAt } = begun;
  for (const { pid, activity: job } of jobs)
    if (job)
      growJob(
        tree,
        { pid, parent: begun.pid, user, startedAt, of, activity: job },
        positional.slice(0, 1),
      );
}

/** A job is a shell that has become its only command, or waits for it; `argv`: its words while it does neither. */
function growJob(
  tree: Running[],
  job: Pick<Running, 'pid' | 'parent' | 'user' | 'startedAt' | 'of'> & Pick<Process, 'activity'>,
  argv: readonly string[],
): void {
  const { pid, parent, user, of, activity } = job;
  const own = activity.kind === 'shell' ? activity.machine : null;
  const startedAt = own?.childOf?.startedAt ?? job.startedAt;
  grow(
    tree,
    { pid, parent, argv: own?.childOf?.argv ?? argv, user, startedAt, of },
    own === null ? activity : (own.child ?? { kind: 'reading' }),
  );
}

/** Has who began a process let go of it? */
export function isOrphan({ pid, exec, inside }: Process): boolean {
  return pid !== 1 && exec === undefined && inside === undefined;
}

/** What is left of a process that has ended. */
function remains(process: Process): Running {
  const { pid, argv, user, startedAt } = process;
  const name = nameOf(argv);
  return { pid, parent: 1, argv: [`[${name}]`], name, user, startedAt, threads: 1, of: process };
}

/** The name of the file that runs, as the kernel keeps it: fifteen characters. */
function nameOf([word = '']: readonly string[]): string {
  return word.slice(word.lastIndexOf('/') + 1).slice(0, 15);
}
