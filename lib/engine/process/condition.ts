import { assertNever } from '../../kernel/assert-never';
import { resolvePath } from '../files/path';
import type { Condition } from '../shell/ast';
import { costOfMatch, matchesExtended } from '../shell/extended-pattern';
import type { OpenShell } from './open-shell';
import { MOST_LINE, posixPattern } from './programs/regex';
import { isSet, listOf, setArray } from './shell-arrays';
import type { ShellWords } from './shell-words';
import { testFile, testNumbers } from './test-command';

/** Thrown where a pattern behind `=~` is none: `[[` is 2 then. */
class BadPattern extends Error {}

/** The status of `[[ … ]]`: 0 when it holds, 1 when not, 2 for a pattern that is none. */
export function statusOf(shell: OpenShell, words: ShellWords, condition: Condition): number {
  try {
    return holds(shell, words, condition) ? 0 : 1;
  } catch (failure) {
    if (failure instanceof BadPattern) return 2;
    throw failure;
  }
}

function holds(shell: OpenShell, words: ShellWords, condition: Condition): boolean {
  switch (condition.kind) {
    case 'not':
      return !holds(shell, words, condition.operand);
    case 'and':
      return holds(shell, words, condition.left) && holds(shell, words, condition.right);
    case 'or':
      return holds(shell, words, condition.left) || holds(shell, words, condition.right);
    case 'unary':
      return unary(shell, condition.operator, words.text(condition.operand));
    case 'binary':
      return binary(shell, words, condition);
    default:
      return assertNever(condition);
  }
}

function unary(shell: OpenShell, operator: string, operand: string): boolean {
  if (operator === '-v') return isSet(shell.m, operand);
  if (operator === '-o') return shell.m.modes?.includes(operand) ?? false;
  return testFile(operator, operand, (path, link) => {
    const at = resolvePath(shell.m.cwd, path);
    return link ? shell.host.files.at(at) : shell.host.files.get(at);
  });
}

function binary(
  shell: OpenShell,
  words: ShellWords,
  { operator, left, right }: Condition & { readonly kind: 'binary' },
): boolean {
  const text = words.text(left);
  switch (operator) {
    case '=':
    case '==':
      return matchesGroups(words, text, words.pattern(right));
    case '!=':
      return !matchesGroups(words, text, words.pattern(right));
    case '<':
      return text < words.text(right);
    case '>':
      return text > words.text(right);
    case '=~':
      return matches(shell, text, words.pattern(right));
    default:
      return testNumbers(operator, words.number(left), words.number(right));
  }
}

function matchesGroups(words: ShellWords, text: string, pattern: string): boolean {
  words.spent += costOfMatch(text, pattern);
  return matchesExtended(text, pattern);
}

/** `=~`: what has matched, and its groups, are in BASH_REMATCH then. */
function matches(shell: OpenShell, text: string, pattern: string): boolean {
  const regular = posixPattern(pattern, true);
  if (regular === null) throw new BadPattern();
  const found = text.length > MOST_LINE ? null : regular.exec(text);
  const groups = [...(found ?? [])].map((group: string | undefined) => group ?? '');
  setArray(shell, 'BASH_REMATCH', listOf(groups));
  return found !== null;
}
