import { CapturedHost } from './captured-host';
import type { OpenShell } from './open-shell';
import type { ShellMachine, ShellStreams } from './process';

const BLANKS = ' \t\n';

/** A line taken apart at the separators for so many variables; the last one gets the rest (POSIX.1-2017, read). */
export function readFields(line: string, count: number, separators: string): readonly string[] {
  const blanks = [...separators].filter((character) => BLANKS.includes(character)).join('');
  let rest = trimStart(line, blanks);
  const fields: string[] = [];
  while (fields.length < count - 1) {
    let end = 0;
    while (end < rest.length && !separators.includes(rest[end] ?? '')) end++;
    fields.push(rest.slice(0, end));
    let next = trimStart(rest.slice(end), blanks);
    if (next !== '' && separators.includes(next[0] ?? '')) next = trimStart(next.slice(1), blanks);
    rest = next;
  }
  let end = rest.length;
  while (end > 0 && blanks.includes(rest[end - 1] ?? '')) end--;
  return [...fields, rest.slice(0, end)];
}

function trimStart(text: string, characters: string): string {
  let at = 0;
  while (at < text.length && characters.includes(text[at] ?? '')) at++;
  return text.slice(at);
}

/**
 * `read [-r] [-p PROMPT] NAME…`: one line of the input, which is 1 at its end. Where the input is open the shell waits for a line that is typed (null), and
 * goes on with `readTyped`.
 */
export function read(
  shell: OpenShell,
  args: readonly string[],
  streams: ShellStreams,
): number | null {
  if (streams.stdin === null && !(shell.host instanceof CapturedHost)) {
    const { m, depth } = shell;
    const own = { cwd: m.cwd, user: m.user, pid: m.pid, streams, depth: depth + 1 };
    m.child = { kind: 'reading', order: { argv: ['read', ...args], env: m.variables, ...own } };
    const asks = args.indexOf('-p');
    if (asks >= 0) shell.write(streams.stderr, args[asks + 1] ?? '');
    return null;
  }
  return take(shell, args, streams);
}

/** What a shell is waiting with that has called `read`: its arguments; null when it waits for something else. */
export function readingOf({ child, childOf }: ShellMachine): readonly string[] | null {
  if (child?.kind !== 'reading' || childOf !== null) return null;
  return child.order?.argv.slice(1) ?? null;
}

/** The line that a waiting `read` gets, or the end of the input (`''`); the shell can go on after it. */
export function readTyped(shell: OpenShell, args: readonly string[], input: string): void {
  shell.m.child = null;
  shell.ended(take(shell, args, { ...shell.m.streams, stdin: input }), false);
}

function take(shell: OpenShell, args: readonly string[], streams: ShellStreams): number {
  const names: string[] = [];
  let raw = false;
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (!arg.startsWith('-')) names.push(arg);
    else if (/^-\w*[pntd]$/.test(arg)) at++;
    if (arg.startsWith('-') && arg.includes('r')) raw = true;
  }
  const input = streams.stdin;
  if (input === null || input === '') return 1;
  const end = input.indexOf('\n');
  const line = end < 0 ? input : input.slice(0, end);
  if (input === shell.m.streams.stdin)
    shell.m.streams = { ...shell.m.streams, stdin: end < 0 ? '' : input.slice(end + 1) };
  const text = raw ? line : line.replace(/\\(.)/g, '$1');
  if (names.length === 0) shell.setVariable('REPLY', text);
  else {
    const fields = readFields(text, names.length, shell.m.variables['IFS'] ?? BLANKS);
    names.forEach((name, index) => shell.setVariable(name, fields[index] ?? ''));
  }
  return end < 0 ? 1 : 0;
}
