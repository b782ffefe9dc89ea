import { describedSignal } from './described-signal';
import type { OpenShell } from './open-shell';
import type { Beside } from '../turn';
import { dueAt, type ShellJob, type ShellMachine, type ShellStreams } from './process';
import { writeTo } from './streams';

/** How wide the word for what a job does is (bash jobs.c pretty_print_job). */
const STATE_WIDTH = 24;
/** Where the words of a job stand in the ash family. */
const SCRIPT_WIDTH = 33;

/** Does the shell tell its user of jobs? bash at a terminal does; off one every line is a script, whose place stands in the shell's name. */
function tellsOfJobs({ m }: OpenShell): boolean {
  return m.interactive && m.flavour === 'bash' && !m.name.includes(': line');
}

/** A job that has begun, with what is told of it: `[1] 1234`. */
export function tellBegin(shell: OpenShell, job: ShellJob, text: string | null): ShellJob {
  const { m } = shell;
  if (!tellsOfJobs(shell)) return job;
  const number = m.jobs.reduce((most, other) => Math.max(most, other.told?.number ?? 0), 0) + 1;
  shell.write(m.streams.stderr, `[${number}] ${job.pid}\n`);
  const typed = (m.sources.at(-1) ?? '').trim().replace(/\s*&$/, '');
  return { ...job, told: { number, text: text ?? typed } };
}

/** Gives the jobs time. */
export function resumeJobs({ m, host }: Pick<OpenShell, 'm' | 'host'>): void {
  m.jobs = m.jobs.map((job) => {
    if (job.activity === null) return job;
    const step = host.resume(job.activity, host);
    return step.kind === 'exit'
      ? { ...job, activity: null, status: step.code }
      : { ...job, activity: step.activity };
  });
}

/** A shell's jobs as what goes on beside the program that it waits for. */
export function jobsBeside(shell: Pick<OpenShell, 'm' | 'host'>): Beside {
  const { m } = shell;
  const goOn = (): void => resumeJobs(shell);
  const due = (): number =>
    m.jobs.reduce(
      (first, { activity }) => (activity === null ? first : Math.min(first, dueAt(activity))),
      Infinity,
    );
  return { due, goOn };
}

/** Gives the jobs that `wait` waits for time; true when they have ended. */
export function resumeWait(shell: OpenShell): boolean {
  const { m } = shell;
  resumeJobs(shell);
  const { waiting } = m;
  const awaited = m.jobs.filter((job) => waiting === 'all' || job.pid === waiting);
  if (awaited.some((job) => job.activity)) return false;
  const [job] = awaited;
  m.status = waiting === 'all' ? 0 : (job?.status ?? 127);
  if (waiting !== 'all' && job?.signal !== undefined && m.flavour !== 'bash')
    shell.write(m.streams.stderr, `${describedSignal(job.signal)}\n`);
  m.waiting = null;
  return true;
}

/** Before a line is asked for: gives the jobs time, tells which have ended, and forgets those. */
export function settleJobs(shell: OpenShell): void {
  const { m } = shell;
  if (!tellsOfJobs(shell)) return;
  resumeJobs(shell);
  for (const job of m.jobs)
    if (job.activity === null) shell.write(m.streams.stderr, lineOf(job, m.jobs));
  m.jobs = m.jobs.filter((job) => job.activity !== null);
}

/** `jobs`: what runs in the background; in a script also, and once, what has ended. */
export function listJobs(shell: OpenShell, streams: ShellStreams): void {
  const { m } = shell;
  const inScript = !m.interactive;
  for (const job of m.jobs)
    if (job.activity !== null || (inScript && job.listed === undefined))
      writeTo(shell.host, streams.stdout, (inScript ? scriptLine : lineOf)(job, m.jobs));
  if (inScript)
    m.jobs = m.jobs.map((job) => (job.activity === null ? { ...job, listed: true } : job));
}

/** The job that a word names: `%1`, `%%`, `%+` or the number of its process. */
export function jobOf({ jobs }: Pick<ShellMachine, 'jobs'>, word: string): ShellJob | undefined {
  if (!word.startsWith('%')) return jobs.find(({ pid }) => String(pid) === word);
  const which = word.slice(1);
  if (which === '' || which === '%' || which === '+') return jobs.at(-1);
  if (which === '-') return jobs.at(-2);
  const at = Number(which);
  return jobs.find((job, index) => (job.told?.number ?? index + 1) === at);
}

/** A job as a script's shell lists it, which has not kept its words (ash.c showjob). */
function scriptLine(job: ShellJob, jobs: readonly ShellJob[]): string {
  const place = jobs.indexOf(job);
  const mark = { 1: '+', 2: '-' }[jobs.length - place] ?? ' ';
  return `${`[${place + 1}]${mark}  ${stateOf(job)}`.padEnd(SCRIPT_WIDTH)}\n`;
}

/** `[1]+  Done                    sleep 5`; `+` stands by the latest job, `-` by the one before. */
function lineOf(job: ShellJob, jobs: readonly ShellJob[]): string {
  const mark = { 1: '+', 2: '-' }[jobs.length - jobs.indexOf(job)] ?? ' ';
  const running = job.activity === null ? '' : ' &';
  const state = stateOf(job).padEnd(STATE_WIDTH);
  return `[${job.told?.number ?? 1}]${mark}  ${state}${job.told?.text ?? ''}${running}\n`;
}

function stateOf({ activity, status }: ShellJob): string {
  if (activity !== null) return 'Running';
  if (status === 137) return 'Killed';
  if (status === 143) return 'Terminated';
  return status === 0 ? 'Done' : `Exit ${status}`;
}
