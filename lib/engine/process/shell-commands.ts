import { own } from '../../kernel/own';
import { checkFork } from './fork';
import { numberOf } from './process-tree';
import { atItsEnd, isSilent } from './job-end';
import { builtinOf } from './builtins';
import type { SimpleCommand } from '../shell/ast';
import type { RootFiles } from '../files/root-files';
import type { FileEntry } from '../filesystem';
import { CapturedHost } from './captured-host';
import { masked } from './umask';
import { descriptorOf, numberOf as descriptorNumber, othersWithin } from './descriptors';
import type { ProcessHost } from './host';
import type { Instruction } from './instruction';
import { DEEPEST_SHELL, type OpenShell } from './open-shell';
import type { LaunchOrder, ShellMachine, ShellStreams } from './process';
import { assign } from './assign';
import { cannotRun, execPrefix } from './shell-messages';
import { CommandFailure } from './shell-end';
import { tellOfSignal } from './signal-words';
import { assignedIn, traceCommand } from './trace';
import { redirected } from './shell-redirections';
import type { ShellWords } from './shell-words';
import { exportedOf } from './shell-environment';

/** Runs `A=1 name arguments > file`: an assignment, a function, a builtin or a program. */
export function runSimple(
  shell: OpenShell,
  expand: ShellWords,
  { command, fields, tested }: Instruction & { readonly op: 'simple' },
): void {
  const { m, pipes } = shell;
  if (pipes.size > 0) pipes.clear();
  if (m.line !== command.line && !isInHandler(m)) m.line = command.line;
  if (m.flavour === 'bash') m.running = command.text;
  expand.substituted = 0;
  const words = fields ?? expand.fields(command.words);
  if (fields !== null) expand.spend(fields);
  const before = m.status;
  const traced = m.options !== '' && m.options.includes('x');
  const [name] = words;
  if (name === undefined) {
    // `c=$?` is the status before; that of the assignment is what was substituted in it ended with.
    for (const assignment of command.assignments) assign(shell, expand, assignment);
    if (traced) traceCommand(shell, assignedIn(shell, command.assignments), []);
    if (command.redirections.length > 0) redirected(shell, command.redirections, expand.text);
    shell.ended(expand.substituted, tested);
    return;
  }
  const extra =
    command.assignments.length === 0
      ? null
      : Object.fromEntries(
          command.assignments.map(({ name: variable, value }) => [variable, expand.text(value)]),
        );
  if (traced) traceCommand(shell, Object.entries(extra ?? {}), words);
  const streams = openFor(shell, command, name, expand);
  const start = own(m.functions, name);
  if (start !== undefined) {
    if (m.flavour === 'dash' && m.frames.length >= DEEPEST_DASH) refuseDeeper(shell);
    shell.enter({ kind: 'call', returnTo: m.at, positional: m.positional, name });
    m.positional = [m.positional[0] ?? m.name, ...words.slice(1)];
    m.at = start;
    m.status = before;
    if (streams !== m.streams) shell.redirect(streams);
    return;
  }
  const builtin = builtinOf(m.flavour, name);
  if (builtin) {
    m.status = before;
    if (command.declared) return declare(shell, expand, command, words, streams);
    const status =
      extra === null
        ? builtin(shell, words.slice(1), streams)
        : withVariables(shell, extra, () => builtin(shell, words.slice(1), streams));
    if (status !== null) shell.ended(status, tested);
    return;
  }
  startProgram(shell, words, extra, streams, tested);
}

/** The special builtins (POSIX.1-2017, 2.14): where one cannot be redirected, a script of the ash family ends. */
const SPECIAL =
  /^(?:[:.]|break|continue|eval|exec|exit|export|readonly|return|set|shift|times|trap|unset)$/;

/** The streams of a command. */
function openFor(
  shell: OpenShell,
  { redirections }: SimpleCommand,
  name: string,
  expand: ShellWords,
): ShellStreams {
  if (redirections.length === 0) return shell.m.streams;
  try {
    return redirected(shell, redirections, expand.text);
  } catch (failure) {
    const { flavour, interactive } = shell.m;
    const ends = flavour !== 'bash' && !interactive && SPECIAL.test(name);
    if (ends && failure instanceof CommandFailure) shell.exit(failure.code);
    throw failure;
  }
}

/** In a handler bash counts no lines: they are of the command that it has broken into. */
function isInHandler({ flavour, frames }: ShellMachine): boolean {
  const frame = frames.at(-1);
  return flavour === 'bash' && frame?.kind === 'trap' && frame.reads === undefined;
}

/** How deep functions of Debian's dash may call each other. */
const DEEPEST_DASH = 1000;

function refuseDeeper(shell: OpenShell): void {
  const calls = shell.m.frames.filter(({ kind }) => kind === 'call').length;
  if (calls >= DEEPEST_DASH)
    shell.fail(`Maximum function recursion depth (${DEEPEST_DASH}) reached`);
}

/** `declare a=(x y)`: first the name is declared, then the list is its value. */
function declare(
  shell: OpenShell,
  expand: ShellWords,
  { declared = [] }: SimpleCommand,
  words: readonly string[],
  streams: ShellStreams,
): void {
  const [name = '', ...args] = words;
  const names = declared.map((assignment) => assignment.name);
  const fixed = shell.m.fixed ?? [];
  const status = builtinOf('bash', name)?.(shell, [...args, ...names], streams) ?? 0;
  const after = shell.m.fixed;
  shell.m.fixed = fixed;
  for (const assignment of declared) assign(shell, expand, assignment);
  if (after !== undefined) shell.m.fixed = after;
  shell.ended(status, false);
}

/** Runs a builtin with variables that are its own only (`IFS=: read a b`). */
function withVariables(
  shell: OpenShell,
  extra: Readonly<Record<string, string>>,
  run: () => number | null,
): number | null {
  const outer = shell.m.variables;
  shell.m.variables = { ...outer, ...extra };
  const status = run();
  const inner = { ...shell.m.variables };
  for (const name of Object.keys(extra)) {
    const value = own(outer, name);
    if (value === undefined) delete inner[name];
    else inner[name] = value;
  }
  shell.m.variables = inner;
  return status;
}

/** Runs a program in the foreground, with variables of its own or null; it may be left waiting as the shell's child. */
export function startProgram(
  shell: OpenShell,
  argv: readonly string[],
  extra: Readonly<Record<string, string>> | null,
  streams: ShellStreams,
  tested: boolean,
  ownPid?: number,
  as: 'exec' | null = ownPid === undefined ? null : 'exec',
): void {
  const { m, host, depth } = shell;
  const last = ownPid === undefined && isLast(shell);
  if (ownPid === undefined && !last && !atItsEnd(m)) checkFork(shell, 1);
  const isJob = m.ownNumber === true && atItsEnd(m);
  const pid = ownPid ?? (last || isJob ? m.pid : host.newPid());
  const env = extra === null ? exportedOf(m) : { ...exportedOf(m), ...extra };
  const own = {
    argv,
    env,
    shell: m.flavour,
    inPlace: ownPid !== undefined ? ('exec' as const) : last ? ('last' as const) : null,
    cwd: m.cwd,
    user: m.user,
    pid,
    streams,
    depth: depth + 1,
    ...(m.umask === undefined ? {} : { umask: m.umask }),
  };
  if (streams.others !== undefined) nameDescriptors(shell, argv, streams);
  const order: LaunchOrder = m.background ? { ...own, background: true } : own;
  const started = host.launch(order, seenBy(shell));
  if (started.kind === 'blocked' && last) shell.replace(argv, started.activity);
  else if (started.kind === 'blocked') {
    m.child = started.activity;
    m.childOf = { pid, argv, startedAt: host.now, ...(isSilent(streams) && { silent: true }) };
  } else if (started.kind === 'exit') {
    if (started.signal !== undefined) tellOfSignal(shell, started.signal, pid);
    shell.ended(started.code, tested);
  } else {
    const exec = as === null ? '' : execPrefix(m);
    shell.write(streams.stderr, `${cannotRun(m, argv[0] ?? '', started.reason, exec)}\n`);
    shell.ended(started.code, tested);
  }
}

/** What a program is given the name of: `/dev/fd/3`. */
function nameDescriptors(
  { pipes }: OpenShell,
  argv: readonly string[],
  streams: ShellStreams,
): void {
  for (const arg of argv) {
    const fd = descriptorNumber(arg);
    const open = fd > 2 ? descriptorOf(streams, fd) : undefined;
    if (open?.kind === 'input' && open.text !== null) pipes.set(arg, open.text);
  }
}

/** The kernel as a program of the shell sees it. */
function seenBy(shell: OpenShell): ProcessHost {
  const { host, m, pipes } = shell;
  const base = pipes.size > 0 ? withPipes(shell) : host;
  if (m.umask === undefined) return base;
  const files = masked(base.files, m.umask);
  return new CapturedHost(base, (stream, text) => base.write(stream, text), files);
}

/** The kernel as a program sees it that is given names of `<(…)`. */
function withPipes({ host, pipes }: OpenShell): ProcessHost {
  const entryOf = (path: string): FileEntry | null => {
    const text = pipes.get(path);
    return text === undefined ? null : { kind: 'text', text };
  };
  const { files } = host;
  const piped: RootFiles = Object.create(files, {
    get: { value: (path: string) => entryOf(path) ?? files.get(path) },
    at: { value: (path: string) => entryOf(path) ?? files.at(path) },
  }) as RootFiles;
  return new CapturedHost(host, (stream, text) => host.write(stream, text), piped);
}

/**
 * Is it the last program of a `-c` script, for which the shell begins no process of its own? It takes the shell's place (EV_EXIT in the ash family,
 * optimize_fork in bash), unless a trap or a job still needs the shell.
 */
function isLast({ m, host, code }: OpenShell): boolean {
  if (code.instructions[m.at]?.op !== 'halt' || m.end !== null || m.interactive) return false;
  if (m.frames.length > 0 || m.sources.length > 1 || host instanceof CapturedHost) return false;
  for (const _ in m.traps) return false;
  if (m.jobs.some((job) => job.activity !== null)) return false;
  const own = host.processes().find((process) => numberOf(process) === m.pid);
  return own !== undefined && /^-[a-z]*c/.test(own.argv[1] ?? '');
}

/** Runs `a | b | c`, each stage to its end before the next begins; the status is the last one's, or after `set -o pipefail` the last that is not 0. */
export function runPipeline(
  shell: OpenShell,
  stages: readonly { readonly start: number; readonly end: number }[],
): number {
  let input: string | null = shell.m.streams.stdin;
  let status = 0;
  let failed = 0;
  const statuses: number[] = [];
  checkFork(shell, stages.length);
  stages.forEach(({ start, end }, index) => {
    const captured = runRange(shell, start, end, input, index === stages.length - 1);
    input = captured.output;
    status = captured.status;
    statuses.push(status);
    if (status !== 0) failed = status;
  });
  shell.m.statuses = statuses;
  return shell.m.modes?.includes('pipefail') ? failed : status;
}

/** Runs a part of the script as a shell of its own, its waits taken as done, its output kept unless `through`. */
function runRange(
  shell: OpenShell,
  at: number,
  end: number | null,
  stdin: string | null,
  through: boolean,
): { readonly output: string; readonly status: number } {
  const { m, host, depth } = shell;
  if (depth > DEEPEST_SHELL) return { output: '', status: 1 };
  let output = '';
  const inner = through
    ? host
    : new CapturedHost(host, (stream, text) => {
        if (stream === 'stdout') output += text;
        else shell.write(m.streams.stderr, text);
      });
  const streams: ShellStreams = through
    ? { ...m.streams, stdin }
    : { stdout: { kind: 'stdout' }, stderr: { kind: 'stderr' }, stdin, ...othersWithin(m.streams) };
  const machine: ShellMachine = {
    ...m,
    at,
    end,
    frames: [],
    jobs: [],
    traps: {},
    streams,
    ownNumber: false,
  };
  const step = shell.runInner(machine, inner);
  return { output, status: step.kind === 'exit' ? step.code : 0 };
}
