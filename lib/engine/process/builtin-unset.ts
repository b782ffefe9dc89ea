import { own } from '../../kernel/own';
import { complainOf } from './complain';
import type { OpenShell } from './open-shell';
import type { ShellStreams } from './process';
import { arrayOf, setArray } from './shell-arrays';
import { ShellExit } from './shell-end';

/** `unset [-f|-v] NAME…`: variables, elements (`a[1]`), else functions. */
export function unset(shell: OpenShell, args: readonly string[], streams: ShellStreams): number {
  const { m } = shell;
  let status = 0;
  const which = args.find((arg) => arg === '-f' || arg === '-v');
  for (const name of args.filter((arg) => arg !== which)) {
    if (m.flavour !== 'bash' && !/^[A-Za-z_]\w*$/.test(name)) {
      complainOf(shell, streams, 'unset', `${name}: bad variable name`);
      throw new ShellExit(2);
    }
    if (which !== '-f' && m.fixed?.includes(name)) {
      const isBash = m.flavour === 'bash';
      complainOf(
        shell,
        streams,
        'unset',
        `${name}: ${isBash ? 'cannot unset: readonly variable' : 'is read only'}`,
      );
      if (!isBash && !m.interactive) throw new ShellExit(2);
      status = isBash ? 1 : 2;
      continue;
    }
    const isVariable = own(m.variables, name) !== undefined;
    const element = /^([A-Za-z_]\w*)\[(.*)\]$/s.exec(name);
    if (which === '-f') unsetFunction(shell, name);
    else if (element) unsetElement(shell, element[1] ?? '', element[2] ?? '');
    else if (arrayOf(m, name)) setArray(shell, name, null);
    else if (isVariable) {
      const variables = { ...m.variables };
      delete variables[name];
      m.variables = variables;
    } else if (which === undefined && m.flavour === 'bash') unsetFunction(shell, name);
    if (which !== '-f') m.exported = m.exported.filter((other) => other !== name);
  }
  return status;
}

function unsetFunction({ m }: OpenShell, name: string): void {
  const functions = { ...m.functions };
  delete functions[name];
  m.functions = functions;
}

function unsetElement(shell: OpenShell, name: string, key: string): void {
  const array = arrayOf(shell.m, name);
  if (array === undefined) return;
  if (key === '@' || key === '*') return setArray(shell, name, null);
  const items = { ...array.items };
  const keys = Object.keys(items);
  delete items[!array.keyed && Number(key) < 0 ? (keys.at(Number(key)) ?? '') : key];
  setArray(shell, name, { ...array, items });
}
