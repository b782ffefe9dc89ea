import type { Beside } from '../turn';
import { CommandFailure } from './shell-end';
import { complain, complainOf } from './complain';
import { describedSignal } from './described-signal';
import { takeFromJobs } from './job-signals';
import type { OpenShell } from './open-shell';
import { dueAt, type ShellJob, type ShellMachine, type ShellStreams } from './process';
import { say } from './say';
import { tellOfJobSignal } from './signal-words';

/** How wide the word for what a job does is (bash jobs.c pretty_print_job). */
const STATE_WIDTH = 24;
/** Where the words of a job stand in the ash family. */
const SCRIPT_WIDTH = 33;

/** Does the shell tell its user of jobs? bash at a terminal does; off one every line is a script, whose place stands in the shell's name. */
function tellsOfJobs({ m }: OpenShell): boolean {
  return m.interactive && m.flavour === 'bash' && !m.name.includes(': line');
}

/** A job that has begun; at a terminal bash tells its number: `[1] 1234`. */
export function tellBegin(shell: OpenShell, job: ShellJob, text: string | null): ShellJob {
  const { m } = shell;
  if (m.flavour !== 'bash') return job;
  const open = m.jobs.filter(({ listed }) => listed === undefined);
  const number = open.reduce((most, other) => Math.max(most, other.told?.number ?? 0), 0) + 1;
  if (tellsOfJobs(shell)) shell.write(m.streams.stderr, `[${number}] ${job.pid}\n`);
  const typed = (m.sources.at(-1) ?? '').trim().replace(/\s*&$/, '');
  return { ...job, told: { number, text: text ?? typed } };
}

/** Gives the jobs time. */
export function resumeJobs({ m, host }: Pick<OpenShell, 'm' | 'host'>): void {
  m.jobs = m.jobs.map((job) => {
    if (job.activity === null) return job;
    const step = host.resume(job.activity, host);
    return step.kind === 'exit'
      ? { ...job, activity: null, status: step.code, ...(step.signal && { signal: step.signal }) }
      : { ...job, activity: step.activity };
  });
  takeFromJobs({ m, host });
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
export function resumeWait(shell: OpenShell, streams = shell.m.streams): boolean {
  const { m } = shell;
  resumeJobs(shell);
  const { waiting } = m;
  if (waiting === null) return true;
  const awaited = m.jobs.filter(
    ({ pid, listed }) =>
      waiting === 'all' || (waiting === 'any' ? listed === undefined : waiting.includes(pid)),
  );
  const isOver =
    waiting === 'any'
      ? awaited.length === 0 || awaited.some(({ activity }) => activity === null)
      : awaited.every(({ activity }) => activity === null);
  if (!isOver) return false;
  const last =
    waiting === 'any'
      ? awaited.find(({ activity }) => activity === null)
      : awaited.find(({ pid }) => waiting !== 'all' && pid === waiting.at(-1));
  m.status = waiting === 'all' ? 0 : (last?.status ?? 127);
  for (const job of waiting === 'all' ? [] : awaited)
    if (job.signal !== undefined && job.listed === undefined)
      tellOfJobSignal(shell, job.signal, job, streams);
  if (m.flavour === 'bash') forget(m, waiting === 'any' ? (last ? [last] : []) : awaited);
  m.waiting = null;
  return true;
}

/** What has been waited for is no job any more; its status stays known. */
export function forget(m: OpenShell['m'], jobs: readonly ShellJob[]): void {
  m.jobs = m.jobs.map((job) => (jobs.includes(job) ? { ...job, listed: true } : job));
}

/** Before a line is asked for: gives the jobs time, tells which have ended, and forgets those. */
export function settleJobs(shell: OpenShell): void {
  const { m } = shell;
  if (!tellsOfJobs(shell)) return;
  resumeJobs(shell);
  for (const job of m.jobs)
    if (job.activity === null && job.listed === undefined)
      shell.write(m.streams.stderr, lineOf(job, openJobs(m), ''));
  m.jobs = m.jobs.filter((job) => job.activity !== null);
}

const USAGE = 'jobs [-lnprs] [jobspec ...] or jobs -x command [args]';

/** `jobs [-lp] [%JOB…]`: what runs in the background; in a script of dash and ash also, and once, what has ended. */
export function listJobs(
  shell: OpenShell,
  args: readonly string[],
  streams: ShellStreams,
): number | null {
  const { m } = shell;
  const isBash = m.flavour === 'bash';
  const flags = args.filter((arg) => /^-./.test(arg)).join('');
  if (isBash && args[0] === '-x') {
    shell.start(args.slice(1), streams);
    return null;
  }
  const unknown = (isBash ? /[^-lnprs]/ : /[^-lp]/).exec(flags);
  if (unknown) {
    if (isBash)
      complain(shell, streams, `jobs: -${unknown[0]}: invalid option\njobs: usage: ${USAGE}`);
    else
      complainOf(
        shell,
        streams,
        'jobs',
        `${m.flavour === 'dash' ? 'I' : 'i'}llegal option -${unknown[0]}`,
      );
    return 2;
  }
  const words = args.filter((arg) => !/^-./.test(arg));
  const open = openJobs(m).filter(({ activity }) => activity !== null || !isBash);
  const named = words.map((word) => jobOf(m, word) ?? refuseJob(shell, streams, 'jobs', word));
  const shown = words.length > 0 ? named : isBash ? open : open.toReversed();
  const long = flags.includes('l');
  const text = shown.map((job) => {
    if (flags.includes('p')) return `${job.pid}\n`;
    return isBash
      ? lineOf(job, openJobs(m), long ? `${job.pid} ` : '')
      : scriptLine(job, m, long ? `${job.pid} ` : '');
  });
  if (!isBash)
    forget(
      m,
      shown.filter(({ activity }) => activity === null),
    );
  return say(shell, streams, 'jobs', text.join(''));
}

/** There is no such job: the builtin ends. */
export function refuseJob(
  shell: OpenShell,
  streams: ShellStreams,
  name: string,
  word: string,
  code = 1,
): never {
  const { flavour } = shell.m;
  if (flavour === 'bash') complain(shell, streams, `${name}: ${word}: no such job`);
  else if (flavour === 'dash') complain(shell, streams, `${name}: No such job: ${word}`);
  else complainOf(shell, streams, name, `${word}: no such job`);
  throw new CommandFailure(flavour === 'bash' ? code : 2);
}

/** Those that the shell still counts as jobs. */
export function openJobs({ jobs }: Pick<ShellMachine, 'jobs'>): readonly ShellJob[] {
  return jobs.filter(({ listed }) => listed === undefined);
}

/** The job that a word names: `%1`, `%%`, `%+` or the number of its process. */
export function jobOf(m: Pick<ShellMachine, 'jobs'>, word: string): ShellJob | undefined {
  if (!word.startsWith('%')) return m.jobs.find(({ pid }) => String(pid) === word);
  const which = word.slice(1);
  const open = openJobs(m);
  if (which === '' || which === '%' || which === '+') return open.at(-1);
  if (which === '-') return open.at(-2) ?? open.at(-1);
  const at = Number(which);
  if (!Number.isNaN(at)) return open.find((job) => numberOfJob(job, m) === at);
  return open.find(({ told }) => told?.text.startsWith(which));
}

function numberOfJob(job: ShellJob, { jobs }: Pick<ShellMachine, 'jobs'>): number {
  return job.told?.number ?? jobs.indexOf(job) + 1;
}

/** `+` stands by the latest job, `-` by the one before. */
function markOf(job: ShellJob, open: readonly ShellJob[]): string {
  return { 1: '+', 2: '-' }[open.length - open.indexOf(job)] ?? ' ';
}

/** A job as dash and ash list it, which have not kept its words (ash.c showjob). */
function scriptLine(job: ShellJob, m: ShellMachine, pid: string): string {
  const gap = m.flavour === 'dash' ? ' ' : '';
  const place = `[${numberOfJob(job, m)}]${gap}${markOf(job, openJobs(m))}${gap === '' ? '  ' : ' '}`;
  return `${`${place}${pid}${stateOf(job)}`.padEnd(SCRIPT_WIDTH)}\n`;
}

/** `[1]+  Done                    sleep 5` */
function lineOf(job: ShellJob, open: readonly ShellJob[], pid: string): string {
  const running = job.activity === null ? '' : ' &';
  const state = stateOf(job).padEnd(STATE_WIDTH);
  const gap = pid === '' ? '  ' : ' ';
  return `[${job.told?.number ?? 1}]${markOf(job, open)}${gap}${pid}${state}${job.told?.text ?? ''}${running}\n`;
}

function stateOf({ activity, status, signal }: ShellJob): string {
  if (activity !== null) return 'Running';
  if (signal !== undefined) return describedSignal(signal);
  if (status === 137) return 'Killed';
  if (status === 143) return 'Terminated';
  return status === 0 ? 'Done' : `Exit ${status}`;
}
