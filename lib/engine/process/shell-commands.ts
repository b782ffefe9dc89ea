import { builtins } from './builtins';
import { CapturedHost } from './captured-host';
import type { Instruction } from './compile';
import { DEEPEST_SHELL, type OpenShell } from './open-shell';
import type { ShellMachine, ShellStreams } from './process';
import { cannotRun } from './shell-messages';
import { redirected } from './shell-redirections';
import type { ShellWords } from './shell-words';

/** Runs `A=1 name arguments > file`: an assignment, a function, a builtin or a program. */
export function runSimple(
  shell: OpenShell,
  expand: ShellWords,
  { command, fields, tested }: Instruction & { readonly op: 'simple' },
): void {
  const { m } = shell;
  const words = fields ?? expand.fields(command.words);
  if (fields !== null) expand.spend(fields);
  const before = m.status;
  const [name] = words;
  if (name === undefined) {
    m.status = 0;
    for (const { name: variable, value } of command.assignments)
      shell.setVariable(variable, expand.text(value));
    if (command.redirections.length > 0) redirected(shell, command.redirections, expand.text);
    return;
  }
  const streams = redirected(shell, command.redirections, expand.text);
  const extra =
    command.assignments.length === 0
      ? null
      : Object.fromEntries(
          command.assignments.map(({ name: variable, value }) => [variable, expand.text(value)]),
        );
  const start = m.functions[name];
  if (start !== undefined) {
    m.frames = [...m.frames, { kind: 'call', returnTo: m.at, positional: m.positional }];
    m.positional = [m.positional[0] ?? m.name, ...words.slice(1)];
    m.at = start;
    m.status = 0;
    return;
  }
  const builtin = builtins.get(name);
  if (builtin) {
    m.status = before;
    const status = builtin(shell, words.slice(1), streams);
    if (status !== null) shell.ended(status, tested);
    return;
  }
  startProgram(shell, words, extra, streams, tested);
}

/** Runs a program in the foreground, with variables of its own or null; it may be left waiting as the shell's child. */
export function startProgram(
  shell: OpenShell,
  argv: readonly string[],
  extra: Readonly<Record<string, string>> | null,
  streams: ShellStreams,
  tested: boolean,
  pid = shell.host.newPid(),
): void {
  const { m, host, depth } = shell;
  const env = extra === null ? environmentOf(m) : { ...environmentOf(m), ...extra };
  const order = { argv, env, cwd: m.cwd, user: m.user, pid, streams, depth: depth + 1 };
  const started = host.launch(order, host);
  if (started.kind === 'blocked') {
    m.child = started.activity;
    m.childOf = { pid, argv, startedAt: host.now };
  } else if (started.kind === 'exit') shell.ended(started.code, tested);
  else {
    shell.write(streams.stderr, `${cannotRun(m, argv[0] ?? '', started.reason)}\n`);
    shell.ended(started.code, tested);
  }
}

/** What the programs of a shell find in their environment: its variables themselves where all are exported, in this order. */
function environmentOf({ exported, variables }: ShellMachine): Readonly<Record<string, string>> {
  let at = 0;
  for (const name in variables) if (exported[at++] !== name) at = -Infinity;
  if (at === exported.length) return variables;
  const env: Record<string, string> = {};
  for (const name of exported) {
    const value = variables[name];
    if (value !== undefined) env[name] = value;
  }
  return env;
}

/** Runs `a | b | c`, each stage to its end before the next begins; the status is the last one's. */
export function runPipeline(
  shell: OpenShell,
  stages: readonly { readonly start: number; readonly end: number }[],
): number {
  let input: string | null = shell.m.streams.stdin;
  let status = 0;
  stages.forEach(({ start, end }, index) => {
    const captured = runRange(shell, start, end, input, index === stages.length - 1);
    input = captured.output;
    status = captured.status;
  });
  return status;
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
    : { stdout: { kind: 'stdout' }, stderr: { kind: 'stderr' }, stdin };
  const machine: ShellMachine = { ...m, at, end, frames: [], jobs: [], traps: {}, streams };
  const step = shell.runInner(machine, inner);
  return { output, status: step.kind === 'exit' ? step.code : 0 };
}
