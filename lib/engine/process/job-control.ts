import type { OpenShell } from './open-shell';
import type { ShellJob, ShellStreams } from './process';
import { writeTo } from './streams';

/** How wide the word for what a job does is (bash jobs.c pretty_print_job). */
const STATE_WIDTH = 24;

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
export function resumeJobs({ m, host }: OpenShell): void {
  m.jobs = m.jobs.map((job) => {
    if (job.activity === null) return job;
    const step = host.resume(job.activity, host);
    return step.kind === 'exit'
      ? { ...job, activity: null, status: step.code }
      : { ...job, activity: step.activity };
  });
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

/** `jobs`: what runs in the background. */
export function listJobs(shell: OpenShell, streams: ShellStreams): void {
  for (const job of shell.m.jobs)
    if (job.activity !== null) writeTo(shell.host, streams.stdout, lineOf(job, shell.m.jobs));
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
