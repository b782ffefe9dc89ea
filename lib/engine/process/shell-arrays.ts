import { own } from '../../kernel/own';
import { putOwn } from '../../kernel/put-own';
import type { Elements } from '../shell/expansion-context';
import type { OpenShell } from './open-shell';
import { bucketOf } from './shell-environment';

/** How many elements an array may have: a shell that fills one without end ends. */
export const MOST_ELEMENTS = 20_000;

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
  if (Object.keys(items).length > MOST_ELEMENTS) shell.fail(`${name}: array too long`);
  setArray(shell, name, ordered({ ...array, items }));
}

/** The array that a variable becomes: what it held is element 0. */
export function arrayFrom({ m }: OpenShell, name: string): Elements {
  const value = own(m.variables, name);
  return { items: value === undefined ? {} : { 0: value } };
}

/** The keys of an associative array come in the order of bash's table (hashlib.c), the latest of one place first. */
export function ordered(array: Elements): Elements {
  if (!array.keyed) return array;
  const rows = Object.entries(array.items).sort(
    ([one], [other]) => bucketOf(one, 'bash') - bucketOf(other, 'bash'),
  );
  const items: Record<string, string> = {};
  for (const [key, value] of rows) putOwn(items, key, value);
  return { keyed: true, items };
}
