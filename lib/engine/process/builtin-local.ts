import { own } from '../../kernel/own';
import { putOwn } from '../../kernel/put-own';
import { complain, complainOf } from './complain';
import type { OpenShell } from './open-shell';
import type { ShellFrame, ShellStreams } from './process';
import { arrayOf, setArray } from './shell-arrays';
import { ShellExit } from './shell-end';

/** Makes a variable the function's own; false outside of one. */
export function makeLocal({ m }: OpenShell, name: string): boolean {
  const index = m.frames.findLastIndex(({ kind }) => kind === 'call');
  const frame = m.frames[index];
  if (frame?.kind !== 'call') return false;
  if (frame.outer && Object.hasOwn(frame.outer, name)) return true;
  const outer = { ...frame.outer };
  const outerArrays = { ...frame.outerArrays };
  putOwn(outer, name, own(m.variables, name) ?? null);
  putOwn(outerArrays, name, arrayOf(m, name) ?? null);
  m.frames = m.frames.map((other, at) => (at === index ? { ...frame, outer, outerArrays } : other));
  return true;
}

/** Gives what was local to a function back what it was. */
export function giveBack(
  shell: OpenShell,
  { outer, outerArrays }: Extract<ShellFrame, { readonly kind: 'call' }>,
): void {
  if (outer === undefined) return;
  const variables = { ...shell.m.variables };
  for (const [name, value] of Object.entries(outer)) {
    if (value === null) delete variables[name];
    else putOwn(variables, name, value);
  }
  shell.m.variables = variables;
  if (shell.m.arrays === undefined) return;
  for (const [name, array] of Object.entries(outerArrays ?? {})) setArray(shell, name, array);
}

/** `local NAME[=VALUE]…`: the function's own variables. */
export function local(shell: OpenShell, args: readonly string[], streams: ShellStreams): number {
  const { m } = shell;
  if (!m.frames.some(({ kind }) => kind === 'call')) {
    if (m.flavour === 'bash') {
      complain(shell, streams, 'local: can only be used in a function');
      return 1;
    }
    complainOf(shell, streams, 'local', 'not in a function');
    throw new ShellExit(2);
  }
  for (const arg of args) {
    const equals = arg.indexOf('=');
    const name = equals < 0 ? arg : arg.slice(0, equals);
    makeLocal(shell, name);
    if (equals >= 0) shell.setVariable(name, arg.slice(equals + 1));
  }
  return 0;
}
