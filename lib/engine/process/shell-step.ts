import { assertNever } from '../../kernel/assert-never';
import { cannotFork, checkFork } from './fork';
import { limits } from '../limits';
import { costOfMatch, matchesExtended } from '../shell/extended-pattern';
import { matchesPattern } from '../shell/pattern';
import type { Instruction } from './instruction';
import { statusOf } from './condition';
import { DEEPEST_SHELL, type OpenShell } from './open-shell';
import { tellBegin } from './job-control';
import { takeFromJobs } from './job-signals';
import type { ShellJob, ShellMachine } from './process';
import { runPipeline, runSimple } from './shell-commands';
import { speakerName } from './shell-messages';
import { redirected } from './shell-redirections';
import type { ShellWords } from './shell-words';
import { ask, takeAnswer } from './select';
import { enterSubshell, leaveSubshell } from './subshell';
import { trace } from './trace';

/** Runs one instruction of a shell; the position has moved behind it. */
export function step(shell: OpenShell, words: ShellWords, instruction: Instruction): void {
  const { m } = shell;
  m.at++;
  switch (instruction.op) {
    case 'simple':
      return runSimple(shell, words, instruction);
    case 'pipeline':
      m.at = instruction.next;
      return pipelineEnded(shell, runPipeline(shell, instruction.stages), instruction.tested);
    case 'background':
      return beginJob(shell, instruction.range, instruction.text);
    case 'jump':
      m.at = instruction.to;
      return;
    case 'jump-if':
      if ((m.status === 0) === instruction.success) m.at = instruction.to;
      return;
    case 'negate':
      m.status = m.status === 0 ? 1 : 0;
      return;
    case 'clock':
      m.frames = [...m.frames, { kind: 'time', since: shell.host.now }];
      return;
    case 'tell-time': {
      const frame = shell.popTo('time');
      if (frame?.kind === 'time')
        shell.write(m.streams.stderr, timeText(shell, frame.since, instruction.posix));
      return;
    }
    case 'condition':
      return shell.ended(statusOf(shell, words, instruction.condition), instruction.tested);
    case 'arithmetic': {
      if (m.options.includes('x')) trace(shell, `(( ${words.text(instruction.expression)} ))`);
      const value = words.calculated(instruction.expression);
      return shell.ended(value === null || value === 0n ? 1 : 0, instruction.tested);
    }
    case 'refuse':
      return shell.refuse(instruction.error);
    case 'succeed':
      m.status = 0;
      return;
    case 'for-begin': {
      const { variable } = instruction;
      if (!/^[A-Za-z_]\w*$/.test(variable)) {
        shell.write(
          m.streams.stderr,
          `${speakerName(m)}: \`${variable}': not a valid identifier\n`,
        );
        m.at = instruction.exit;
        m.status = 1;
        return;
      }
      const items = instruction.words ? words.fields(instruction.words) : m.positional.slice(1);
      m.frames = [...m.frames, { kind: 'for', items, next: 0 }];
      return;
    }
    case 'for-next':
      return forNext(shell, instruction);
    case 'select-ask':
      return ask(shell, instruction);
    case 'select-take':
      return takeAnswer(shell, instruction);
    case 'loop-begin':
      m.frames = [...m.frames, { kind: 'loop', status: 0 }];
      m.status = 0;
      return;
    case 'loop-next': {
      const frame = m.frames.at(-1);
      if (frame?.kind === 'loop' && frame.status !== m.status)
        m.frames = [...m.frames.slice(0, -1), { kind: 'loop', status: m.status }];
      return;
    }
    case 'loop-leave': {
      const frame = shell.popTo('loop');
      if (frame?.kind === 'loop') m.status = frame.status;
      return;
    }
    case 'for-leave':
      shell.popTo('for');
      return;
    case 'function':
      m.functions = { ...m.functions, [instruction.name]: m.at };
      m.at = instruction.next;
      return;
    case 'return':
      return shell.returnFrom();
    case 'redirect':
      shell.pipes.clear();
      try {
        shell.redirect(redirected(shell, instruction.redirections, words.text));
      } catch (failure) {
        m.at = instruction.leave + 1;
        throw failure;
      }
      return;
    case 'restore':
      shell.popTo('redirect');
      return;
    case 'subshell':
      return enterSubshell(shell, instruction.leave);
    case 'subshell-leave':
      leaveSubshell(shell);
      return shell.ended(m.status, instruction.tested);
    case 'case': {
      if (instruction.text !== undefined) trace(shell, instruction.text);
      const subject = words.text(instruction.subject);
      const matches = m.modes?.includes('extglob') ? matchesExtended : matchesPattern;
      const arm = instruction.arms.find((candidate) =>
        candidate.patterns.some((word) => {
          const pattern = words.pattern(word);
          if (matches === matchesExtended) words.spent += costOfMatch(subject, pattern);
          return matches(subject, pattern);
        }),
      );
      m.at = arm?.to ?? instruction.otherwise;
      if (!arm) m.status = 0;
      return;
    }
    case 'halt':
      return;
    default:
      return assertNever(instruction);
  }
}

/** The statuses of all its commands stay known behind a pipeline. */
function pipelineEnded(shell: OpenShell, status: number, tested: boolean): void {
  const { statuses } = shell.m;
  shell.ended(status, tested);
  if (statuses) shell.m.statuses = statuses;
}

/** How long a command took: bash's three lines, or those of the ash family. Nothing here takes processor time that would be worth telling. */
function timeText({ m, host }: OpenShell, since: number, posix: boolean): string {
  const seconds = (host.now - since) / 1000;
  if (posix) return `real ${seconds.toFixed(2)}\nuser 0.00\nsys 0.00\n`;
  const row = (name: string, time: number): string => {
    const minutes = Math.floor(time / 60);
    return m.flavour === 'bash'
      ? `${name}\t${minutes}m${(time % 60).toFixed(3)}s\n`
      : `${name}\t${minutes}m ${(time % 60).toFixed(2)}s\n`;
  };
  const rows = row('real', seconds) + row('user', 0) + row('sys', 0);
  return m.flavour === 'bash' ? `\n${rows}` : rows;
}

/** `command &`: a shell of its own, which runs until it first waits. */
function beginJob(
  shell: OpenShell,
  { start, end }: { readonly start: number; readonly end: number },
  text: string | null,
): void {
  const { m, host } = shell;
  if (m.jobs.length >= limits.processes) m.jobs = m.jobs.filter((job) => job.activity !== null);
  if (m.jobs.length >= limits.processes || shell.depth > DEEPEST_SHELL) cannotFork(shell);
  checkFork(shell, 1);
  const pid = host.newPid();
  const streams = { ...m.streams, stdin: '' };
  const shellPid = m.shellPid ?? m.pid;
  const own = { at: start, end, frames: [], jobs: [], traps: {}, pid, shellPid, streams };
  const machine: ShellMachine = { ...m, ...own, background: true, ownNumber: true };
  const told = tellBegin(shell, { pid, activity: null, status: 0 }, text);
  const job = shell.runInner(machine, host);
  const entry: ShellJob =
    job.kind === 'exit' ? { ...told, status: job.code } : { ...told, activity: job.activity };
  m.jobs = [...m.jobs, entry];
  takeFromJobs(shell);
  m.status = 0;
}

function forNext(
  shell: OpenShell,
  { variable, exit, text }: Extract<Instruction, { readonly op: 'for-next' }>,
): void {
  const { m } = shell;
  const frame = m.frames.at(-1);
  if (frame?.kind !== 'for') return;
  const item = frame.items[frame.next];
  if (item === undefined) m.at = exit;
  else {
    if (text !== undefined) trace(shell, text);
    shell.setVariable(variable, item);
    m.frames = [...m.frames.slice(0, -1), { ...frame, next: frame.next + 1 }];
  }
}
