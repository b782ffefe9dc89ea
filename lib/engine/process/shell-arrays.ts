import { own } from '../../kernel/own';
import { putOwn } from '../../kernel/put-own';
import type { Assignment } from '../shell/ast';
import type { Elements } from '../shell/expansion-context';
import type { OpenShell } from './open-shell';
import { bucketOf } from './shell-environment';
import type { ShellWords } from './shell-words';

/** How many elements an array may have: a shell that fills one without end ends. */
const MOST = 20_000;

/** The array of a name; undefined for what is none. */
export function arrayOf({ arrays }: OpenShell['m'], name: string): Elements | undefined {
  return arrays === undefined ? undefined : own(arrays, name);
}

/** Is there a variable, an array or an element (`a[1]`) of this name? */
export function isSet(m: OpenShell['m'], place: string): boolean {
  const [name = '', key] = place.split(/\[|\]$/);
  const array = arrayOf(m, name);
  if (array === undefined) return key === undefined && own(m.variables, name) !== undefined;
  return own(array.items, key ?? '0') !== undefined;
}

/** An indexed array of these values. */
export function listOf(values: readonly string[]): Elements {
  return { items: Object.fromEntries(values.entries()) };
}

/** Makes a variable an array; null: it is none any more. */
export function setArray({ m }: OpenShell, name: string, array: Elements | null): void {
  const arrays: Record<string, Elements> = { ...m.arrays };
  if (array === null) delete arrays[name];
  else putOwn(arrays, name, array);
  if (array !== null && own(m.variables, name) !== undefined) {
    const variables = { ...m.variables };
    delete variables[name];
    m.variables = variables;
  }
  m.arrays = arrays;
}

/** Gives an element of an array a value; a variable that is none becomes one, with what it held as element 0. */
export function setElement(shell: OpenShell, name: string, key: string, value: string): void {
  shell.refuseFixed(name);
  const array = arrayOf(shell.m, name) ?? arrayFrom(shell, name);
  const items = { ...array.items };
  putOwn(items, key, value);
  if (Object.keys(items).length > MOST) shell.fail(`${name}: array too long`);
  setArray(shell, name, ordered({ ...array, items }));
}

function arrayFrom({ m }: OpenShell, name: string): Elements {
  const value = own(m.variables, name);
  return { items: value === undefined ? {} : { 0: value } };
}

/** The keys of an associative array come in the order of bash's table (hashlib.c), the latest of one place first. */
function ordered(array: Elements): Elements {
  if (!array.keyed) return array;
  const rows = Object.entries(array.items).sort(
    ([one], [other]) => bucketOf(one, 'bash') - bucketOf(other, 'bash'),
  );
  const items: Record<string, string> = {};
  for (const [key, value] of rows) putOwn(items, key, value);
  return { keyed: true, items };
}

/** Carries out `name=value` of any kind. */
export function assign(shell: OpenShell, words: ShellWords, assignment: Assignment): void {
  const { name, append, subscript, items, value } = assignment;
  if (items !== undefined) return assignList(shell, words, assignment);
  const array = arrayOf(shell.m, name);
  if (subscript === undefined) {
    const before = append ? (array?.items['0'] ?? own(shell.m.variables, name) ?? '') : '';
    return shell.setVariable(name, before + words.text(value));
  }
  const key = words.key(name, subscript);
  const before = append && array ? (own(array.items, key) ?? '') : '';
  setElement(shell, name, key, before + words.text(value));
}

function assignList(
  shell: OpenShell,
  words: ShellWords,
  { name, append, items = [] }: Assignment,
): void {
  shell.refuseFixed(name);
  const before = arrayOf(shell.m, name) ?? (append ? arrayFrom(shell, name) : { items: {} });
  const made: Record<string, string> = append ? { ...before.items } : {};
  const keyed = before.keyed === true;
  let next = Number(Object.keys(made).at(-1) ?? '-1') + 1;
  for (const { subscript, value } of items) {
    if (subscript !== null) {
      const key = words.key(name, subscript);
      putOwn(made, key, words.text(value));
      next = Number(key) + 1;
      continue;
    }
    for (const field of words.fields([value])) putOwn(made, String(next++), field);
    if (next > MOST) shell.fail(`${name}: array too long`);
  }
  setArray(shell, name, ordered(keyed ? { keyed, items: made } : { items: made }));
}
