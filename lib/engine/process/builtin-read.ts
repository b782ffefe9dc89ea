import { CapturedHost } from './captured-host';
import type { OpenShell } from './open-shell';
import { descriptorOf, readOn, withDescriptor } from './descriptors';
import { listOf, MOST_ELEMENTS, setArray } from './shell-arrays';
import { readOrder, type ReadOrder } from './read-order';
import type { ShellMachine, ShellStreams } from './process';

const BLANKS = ' \t\n';

/** A line taken apart at the separators for so many variables; the last one gets the rest, and there are fewer where the line ends before (POSIX.1-2017, read). */
export function readFields(line: string, count: number, separators: string): readonly string[] {
  const blanks = [...separators].filter((character) => BLANKS.includes(character)).join('');
  let rest = trimStart(line, blanks);
  const fields: string[] = [];
  while (fields.length < count - 1 && rest !== '') {
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
 * `read [-r] [-p PROMPT] NAME…`: one line of the input, which is 1 at its end; `read-order.ts` has the options. Where the input is open the shell waits for
 * a line that is typed (null), and goes on with `readTyped`.
 */
export function read(
  shell: OpenShell,
  args: readonly string[],
  outer: ShellStreams,
): number | null {
  const order = readOrder(shell, args, outer);
  if (typeof order === 'number') return order;
  const source = order.descriptor === 0 ? undefined : descriptorOf(outer, order.descriptor);
  const streams = source ? withDescriptor(outer, 0, source, order.descriptor) : outer;
  if (streams.stdin === null && !(shell.host instanceof CapturedHost)) {
    const { m, depth } = shell;
    const own = { cwd: m.cwd, user: m.user, pid: m.pid, streams, depth: depth + 1 };
    m.child = { kind: 'reading', order: { argv: ['read', ...args], env: m.variables, ...own } };
    shell.write(streams.stderr, order.prompt);
    return null;
  }
  return take(shell, order, streams);
}

/** What a shell is waiting with that has called `read`: its arguments; null when it waits for something else. */
export function readingOf({ child, childOf }: ShellMachine): readonly string[] | null {
  if (child?.kind !== 'reading' || childOf !== null) return null;
  return child.order?.argv.slice(1) ?? null;
}

/** The line that a waiting `read` gets, or the end of the input (`''`); the shell can go on after it. */
export function readTyped(shell: OpenShell, args: readonly string[], input: string): void {
  const { m } = shell;
  m.child = null;
  const streams = { ...m.streams, stdin: input };
  const order = readOrder(shell, args, streams);
  shell.ended(typeof order === 'number' ? order : take(shell, order, streams), false);
}

/** How much of the input a `read` takes, how much of that is its line, and whether the input ended before. */
function extentOf(
  input: string,
  { delimiter, count, exactly }: ReadOrder,
): [number, number, boolean] {
  const found = exactly ? -1 : input.indexOf(delimiter);
  const end = found < 0 ? input.length : found;
  if (count !== null && count <= end) return [count, count, false];
  return [found < 0 ? end : end + 1, end, found < 0];
}

function take(shell: OpenShell, order: ReadOrder, streams: ShellStreams): number {
  const { names, array } = order;
  const input = streams.stdin ?? '';
  const [taken, length, isShort] = extentOf(input, order);
  shell.m.streams = readOn(shell.m.streams, streams, taken);
  const line = input.slice(0, length);
  const text = order.raw ? line : line.replace(/\\(.)/g, '$1');
  const separators = order.exactly ? '' : (shell.m.variables['IFS'] ?? BLANKS);
  if (array !== null) {
    const fields = readFields(text, MOST_ELEMENTS + 2, separators);
    if (fields.length > MOST_ELEMENTS) shell.fail(`${array}: array too long`);
    shell.refuseFixed(array);
    setArray(shell, array, listOf(fields.at(-1) === '' ? fields.slice(0, -1) : fields));
  } else if (names.length === 0) shell.setVariable('REPLY', text);
  else {
    const fields = order.exactly ? [text] : readFields(text, names.length, separators);
    names.forEach((name, index) => shell.setVariable(name, fields[index] ?? ''));
  }
  return isShort ? 1 : 0;
}
