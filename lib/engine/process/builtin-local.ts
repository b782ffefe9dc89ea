import { own } from '../../kernel/own';
import { putOwn } from '../../kernel/put-own';
import { complain, complainOf } from './complain';
import type { OpenShell } from './open-shell';
import type { ShellStreams } from './process';
import { ShellExit } from './shell-end';

/** `local NAME[=VALUE]…`: the function's own variables. */
export function local(shell: OpenShell, args: readonly string[], streams: ShellStreams): number {
  const { m } = shell;
  const index = m.frames.findLastIndex(({ kind }) => kind === 'call');
  const frame = m.frames[index];
  if (frame?.kind !== 'call') {
    if (m.flavour === 'bash') {
      complain(shell, streams, 'local: can only be used in a function');
      return 1;
    }
    complainOf(shell, streams, 'local', 'not in a function');
    throw new ShellExit(2);
  }
  const outer: Record<string, string | null> = { ...frame.outer };
  for (const arg of args) {
    const equals = arg.indexOf('=');
    const name = equals < 0 ? arg : arg.slice(0, equals);
    if (!Object.hasOwn(outer, name)) putOwn(outer, name, own(m.variables, name) ?? null);
    if (equals >= 0) shell.setVariable(name, arg.slice(equals + 1));
  }
  m.frames = m.frames.map((other, at) => (at === index ? { ...frame, outer } : other));
  return 0;
}
