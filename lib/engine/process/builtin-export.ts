import { complain, complainOf } from './complain';
import type { OpenShell } from './open-shell';
import type { ShellStreams } from './process';
import { say } from './say';
import { ShellExit } from './shell-end';
import { allVariables, exportedVariables, quotedValue } from './shell-variables';

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Lines as `export -p` shows them: `export A='1'`, with bash `declare -x A="1"`. */
function listed(
  shell: OpenShell,
  word: string,
  letter: string,
  rows: readonly (readonly [string, string])[],
): string {
  const { flavour } = shell.m;
  const head = flavour === 'bash' ? `declare -${letter}` : word;
  return rows.map(([name, value]) => `${head} ${name}=${quotedValue(flavour, value)}\n`).join('');
}

/** Is a word a name, with or without a value? If not, the shell says so; the ash family ends there. */
function isName(shell: OpenShell, streams: ShellStreams, word: string, arg: string): boolean {
  const [name = ''] = arg.split('=', 1);
  if (NAME.test(name)) return true;
  if (shell.m.flavour === 'bash') {
    complain(shell, streams, `${word}: \`${arg}': not a valid identifier`);
    return false;
  }
  complainOf(shell, streams, word, `${name}: bad variable name`);
  throw new ShellExit(2);
}

/** `export [-p] [NAME[=VALUE]…]` */
export function exportVariables(
  shell: OpenShell,
  args: readonly string[],
  streams: ShellStreams,
): number {
  const words = args.filter((arg) => arg !== '-p');
  if (words.length === 0)
    return say(shell, streams, 'export', listed(shell, 'export', 'x', exportedVariables(shell.m)));
  let status = 0;
  for (const arg of words) {
    if (!isName(shell, streams, 'export', arg)) {
      status = 1;
      continue;
    }
    const equals = arg.indexOf('=');
    const name = equals < 0 ? arg : arg.slice(0, equals);
    if (equals >= 0) shell.setVariable(name, arg.slice(equals + 1));
    if (!shell.m.exported.includes(name)) shell.m.exported = [...shell.m.exported, name];
  }
  return status;
}

/** `readonly [-p] [NAME[=VALUE]…]`: what nobody may change any more. */
export function readonlyVariables(
  shell: OpenShell,
  args: readonly string[],
  streams: ShellStreams,
): number {
  const words = args.filter((arg) => arg !== '-p');
  const fixed = shell.m.fixed ?? [];
  if (words.length === 0) {
    const rows = allVariables(shell).filter(([name]) => fixed.includes(name));
    return say(shell, streams, 'readonly', listed(shell, 'readonly', 'r', rows));
  }
  const names: string[] = [];
  for (const arg of words) {
    if (!isName(shell, streams, 'readonly', arg)) continue;
    const equals = arg.indexOf('=');
    const name = equals < 0 ? arg : arg.slice(0, equals);
    if (equals >= 0) shell.setVariable(name, arg.slice(equals + 1));
    names.push(name);
  }
  shell.m.fixed = [...fixed, ...names];
  return 0;
}

/** `set` without words: every variable; bash puts quotes only around a value that needs them. */
export function listVariables(shell: OpenShell, streams: ShellStreams): number {
  const { flavour } = shell.m;
  const shown = (value: string): string =>
    flavour === 'bash' && /^[\w./:@%+,=-]*$/.test(value) ? value : quotedValue('ash', value);
  const rows = allVariables(shell).map(([name, value]) => `${name}=${shown(value)}\n`);
  return say(shell, streams, 'set', rows.join(''));
}
