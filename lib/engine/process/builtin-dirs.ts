import { cd } from './builtin-cd';
import { complain } from './complain';
import type { OpenShell } from './open-shell';
import type { ShellStreams } from './process';
import { say } from './say';

/** More folders than this `pushd` does not keep. */
const MOST = 1_000;
const USAGE = {
  dirs: 'dirs [-clpv] [+N] [-N]',
  popd: 'popd [-n] [+N | -N]',
};

/** The stack of folders of bash: the one it is in, and those of `pushd`. */
function stackOf({ m }: OpenShell): readonly string[] {
  return [m.cwd, ...(m.folders ?? [])];
}

/** The place that `+N` and `-N` name in the stack; null for any other word, and where there are not so many. */
function placeOf(word: string, length: number): number | null {
  const found = /^([-+])(\d+)$/.exec(word);
  if (found === null) return null;
  const count = Number(found[2]);
  const place = found[1] === '+' ? count : length - 1 - count;
  return place >= 0 && place < length ? place : null;
}

function refused(shell: OpenShell, streams: ShellStreams, name: string, word: string): number {
  const isEmpty = (shell.m.folders ?? []).length === 0;
  const what = isEmpty ? 'directory stack empty' : `${word}: directory stack index out of range`;
  complain(shell, streams, `${name}: ${what}`);
  return 1;
}

function shown(shell: OpenShell, path: string): string {
  const home = shell.m.variables['HOME'] ?? '';
  const isIn = home !== '' && home !== '/' && (path === home || path.startsWith(`${home}/`));
  return isIn ? `~${path.slice(home.length)}` : path;
}

/** `dirs [-clpv] [+N|-N]` of bash: shows the stack of folders. */
export function dirs(shell: OpenShell, args: readonly string[], streams: ShellStreams): number {
  const { m } = shell;
  const flags = args.filter((arg) => /^-[A-Za-z]/.test(arg)).join('');
  const unknown = /[^-clpv]/.exec(flags);
  if (unknown) {
    complain(shell, streams, `dirs: -${unknown[0]}: invalid number`);
    shell.write(streams.stderr, `dirs: usage: ${USAGE.dirs}\n`);
    return 2;
  }
  if (flags.includes('c')) {
    m.folders = [];
    return 0;
  }
  const stack = stackOf(shell);
  const text = (path: string): string => (flags.includes('l') ? path : shown(shell, path));
  const word = args.find((arg) => /^[-+]\d+$/.test(arg));
  if (word !== undefined) {
    const place = placeOf(word, stack.length);
    if (place === null) return refused(shell, streams, 'dirs', word.replace(/^[-+]/, ''));
    return say(shell, streams, 'dirs', `${text(stack[place] ?? '')}\n`);
  }
  if (flags.includes('v')) {
    const rows = stack.map((path, index) => `${String(index).padStart(2)}  ${text(path)}\n`);
    return say(shell, streams, 'dirs', rows.join(''));
  }
  return say(shell, streams, 'dirs', `${stack.map(text).join(flags.includes('p') ? '\n' : ' ')}\n`);
}

/** Goes to the first folder of a stack, and keeps the rest. */
function goTo(shell: OpenShell, streams: ShellStreams, stack: readonly string[]): number {
  const [top = '/', ...rest] = stack;
  const quiet: ShellStreams = { ...streams, stdout: { kind: 'null' } };
  if (top !== shell.m.cwd && cd(shell, [top], quiet) !== 0) return 1;
  shell.m.folders = rest;
  return dirs(shell, [], streams);
}

/** `pushd [DIR|+N|-N]` of bash: goes to a folder and keeps the one before; without words the two on top change places. */
export function pushd(shell: OpenShell, args: readonly string[], streams: ShellStreams): number {
  const stack = stackOf(shell);
  const [word] = args.filter((arg) => arg !== '-n' && arg !== '--');
  if (word === undefined) {
    const [first = '/', second, ...rest] = stack;
    if (second !== undefined) return goTo(shell, streams, [second, first, ...rest]);
    complain(shell, streams, 'pushd: no other directory');
    return 1;
  }
  if (/^[-+]\d+$/.test(word)) {
    const place = placeOf(word, stack.length);
    if (place === null || stack.length === 1) return refused(shell, streams, 'pushd', word);
    return goTo(shell, streams, [...stack.slice(place), ...stack.slice(0, place)]);
  }
  if (args.includes('-n')) {
    shell.m.folders = [word, ...stack.slice(1)].slice(0, MOST);
    return dirs(shell, [], streams);
  }
  const before = shell.m.cwd;
  const quiet: ShellStreams = { ...streams, stdout: { kind: 'null' }, stderr: { kind: 'null' } };
  if (cd(shell, [word], quiet) !== 0) {
    complain(shell, streams, `pushd: ${word}: No such file or directory`);
    return 1;
  }
  shell.m.folders = [before, ...stack.slice(1)].slice(0, MOST);
  return dirs(shell, [], streams);
}

/** `popd [-n] [+N|-N]` of bash: takes a folder off the stack, and goes to the one that is on top then. */
export function popd(shell: OpenShell, args: readonly string[], streams: ShellStreams): number {
  const stack = stackOf(shell);
  const word = args.find((arg) => /^[-+]\d+$/.test(arg)) ?? '+0';
  const other = args.find((arg) => !/^(?:-n|--|[-+]\d+)$/.test(arg));
  if (other !== undefined) {
    complain(shell, streams, `popd: ${other}: invalid argument`);
    shell.write(streams.stderr, `popd: usage: ${USAGE.popd}\n`);
    return 2;
  }
  const place = placeOf(word, stack.length);
  if (place === null || stack.length === 1) return refused(shell, streams, 'popd', word);
  const kept = args.includes('-n') ? Math.max(1, place) : place;
  return goTo(shell, streams, [...stack.slice(0, kept), ...stack.slice(kept + 1)]);
}
