import type { OpenShell } from './open-shell';
import type { ShellStreams } from './process';

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

/** `read [-r] [-p PROMPT] NAME…`: one line of the input, which is 1 at its end. */
export function read(shell: OpenShell, args: readonly string[], streams: ShellStreams): number {
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
