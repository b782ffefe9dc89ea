import { own } from '../../kernel/own';
import { makeLocal } from './builtin-local';
import { complain } from './complain';
import type { OpenShell } from './open-shell';
import type { ShellStreams } from './process';
import { say } from './say';
import { shownFunctionOf } from './shown-function';
import { arrayOf, setArray } from './shell-arrays';
import { allVariables, quotedValue } from './shell-variables';

const NAME = /^[A-Za-z_]\w*$/;

/** `declare [-aAirxgluFfp] [NAME[=VALUE]…]` of bash, `typeset` as well: a variable and what it is; within a function the function's own unless `-g`. */
export function declare(shell: OpenShell, args: readonly string[], streams: ShellStreams): number {
  const options = args.filter((arg) => /^[-+][A-Za-z]+$/.test(arg));
  const words = args.filter((arg) => !options.includes(arg));
  const letters = options.filter((option) => option.startsWith('-')).join('');
  if (letters.includes('F') || letters.includes('f'))
    return functions(shell, streams, words, letters.includes('F'));
  if (letters.includes('p') || words.length === 0) return show(shell, streams, words);
  let status = 0;
  for (const word of words) {
    const equals = word.indexOf('=');
    const name = equals < 0 ? word : word.slice(0, equals);
    if (!NAME.test(name)) {
      complain(shell, streams, `declare: \`${word}': not a valid identifier`);
      status = 1;
      continue;
    }
    declareOne(shell, letters, name, equals < 0 ? null : word.slice(equals + 1));
  }
  return status;
}

function declareOne(shell: OpenShell, letters: string, name: string, value: string | null): void {
  const { m } = shell;
  if (!letters.includes('g')) makeLocal(shell, name);
  const keyed = letters.includes('A');
  if ((keyed || letters.includes('a')) && arrayOf(m, name) === undefined)
    setArray(shell, name, keyed ? { keyed, items: {} } : { items: {} });
  const trait = letters.replace(/[^iul]/g, '');
  if (trait !== '') m.traits = { ...m.traits, [name]: trait };
  if (value !== null) shell.setVariable(name, value);
  if (letters.includes('x') && !m.exported.includes(name)) m.exported = [...m.exported, name];
  if (letters.includes('r')) m.fixed = [...(m.fixed ?? []), name];
}

/** `-f` shows functions, `-F` their names. */
function functions(
  shell: OpenShell,
  streams: ShellStreams,
  words: readonly string[],
  named: boolean,
): number {
  const { m } = shell;
  const names = words.length > 0 ? words : Object.keys(m.functions).sort();
  const known = names.filter((name) => own(m.functions, name) !== undefined);
  const lines = known.map((name) =>
    named
      ? `${words.length > 0 ? '' : 'declare -f '}${name}\n`
      : `${shownFunctionOf(shell, name)}\n`,
  );
  say(shell, streams, 'declare', lines.join(''));
  return known.length < names.length ? 1 : 0;
}

/** `declare -p NAME…`: as the shell reads them back. */
function show(shell: OpenShell, streams: ShellStreams, words: readonly string[]): number {
  const { m } = shell;
  const names =
    words.length > 0
      ? words
      : [...allVariables(shell).map(([name]) => name), ...Object.keys(m.arrays ?? {})].sort();
  let status = 0;
  let text = '';
  for (const name of names) {
    const line = shown(shell, name);
    text += line ?? '';
    if (line !== null || words.length === 0) continue;
    complain(shell, streams, `declare: ${name}: not found`);
    status = 1;
  }
  say(shell, streams, 'declare', text);
  return status;
}

/** `declare -x A="1"`, `declare -a a=([0]="x" [1]="y")` */
function shown({ m }: OpenShell, name: string): string | null {
  const array = arrayOf(m, name);
  const value = own(m.variables, name);
  const letters =
    (array ? (array.keyed ? 'A' : 'a') : '') +
    ((m.traits && own(m.traits, name)?.replace(/[ul]/g, '')) ?? '') +
    (m.fixed?.includes(name) ? 'r' : '') +
    (m.exported.includes(name) ? 'x' : '') +
    ((m.traits && own(m.traits, name)?.replace('i', '')) ?? '');
  const head = `declare -${letters === '' ? '-' : letters} ${name}`;
  if (array === undefined)
    return value === undefined
      ? letters === ''
        ? null
        : `${head}\n`
      : `${head}=${quotedValue('bash', value)}\n`;
  const items = Object.entries(array.items).map(
    ([key, item]) => `[${key}]=${quotedValue('bash', item)}`,
  );
  if (items.length === 0) return `${head}\n`;
  return `${head}=(${items.join(' ')}${array.keyed ? ' ' : ''})\n`;
}
