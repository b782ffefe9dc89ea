import { own } from '../../kernel/own';
import { putOwn } from '../../kernel/put-own';
import type { Assignment } from '../shell/ast';
import type { OpenShell } from './open-shell';
import { arrayFrom, arrayOf, MOST_ELEMENTS, ordered, setArray, setElement } from './shell-arrays';
import type { ShellWords } from './shell-words';

/** Carries out `name=value` of any kind. */
export function assign(shell: OpenShell, words: ShellWords, assignment: Assignment): void {
  const { name, append, subscript, items, value } = assignment;
  if (items !== undefined) return assignList(shell, words, assignment);
  const array = arrayOf(shell.m, name);
  if (subscript === undefined) {
    const before = append ? (array?.items['0'] ?? own(shell.m.variables, name) ?? '') : '';
    const sums = append === true && (shell.m.traits && own(shell.m.traits, name))?.includes('i');
    return shell.setVariable(name, `${before}${sums ? '+' : ''}${words.text(value)}`);
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
    if (next > MOST_ELEMENTS) shell.fail(`${name}: array too long`);
  }
  setArray(shell, name, ordered(keyed ? { keyed, items: made } : { items: made }));
}
