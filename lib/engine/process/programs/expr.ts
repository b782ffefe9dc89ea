import { own } from '../../../kernel/own';
import type { Program } from '../program';
import { fail, isBusybox, quoted } from './options';
import { MOST_LINE, posixPattern } from './regex';

/** `expr 1 + 2`, from left to right with `* / %` first; `=`, `<` and their kin; `length X`. */
export const expr: Program = (call) => {
  const words = call.argv.slice(1);
  if (words.length === 0)
    return fail(
      call,
      isBusybox(call)
        ? 'too few arguments'
        : "missing operand\nTry 'expr --help' for more information.",
      2,
    );
  const named = ofText(words);
  if (named !== null) return tell(call, named);
  const value = sum([...words]);
  if (value === null)
    return fail(
      call,
      isBusybox(call)
        ? 'syntax error'
        : `syntax error: unexpected argument ${quoted(call, words.at(-1) ?? '')}`,
      2,
    );
  if (value === 'division') return fail(call, 'division by zero', 2);
  if (value === 'number')
    return fail(call, isBusybox(call) ? 'non-numeric argument' : 'non-integer argument', 2);
  return tell(call, value.text);
};

/** `length`, `substr`, `index`, `match`: what is asked of one text; null for anything else. */
function ofText([name, text, first, second, ...others]: readonly string[]): string | null {
  if (text === undefined || others.length > 0) return null;
  if (name === 'length' && first === undefined) return String(text.length);
  if (first === undefined) return null;
  if (name === 'substr' && second !== undefined) {
    const [from, count] = [Number(first), Number(second)];
    return from > 0 && count > 0 ? text.slice(from - 1, from - 1 + count) : '';
  }
  if (second !== undefined) return null;
  if (name === 'match') return matched(text, first);
  if (name !== 'index') return null;
  return String([...text].findIndex((letter) => first.includes(letter)) + 1);
}

/** `TEXT : PATTERN`, from the text's beginning: what the group holds, without one how many characters match. */
function matched(text: string, pattern: string): string {
  const grouped = pattern.includes('\\(');
  const found = posixPattern(`^${pattern.replace(/^\^/, '')}`, false)?.exec(
    text.slice(0, MOST_LINE),
  );
  if (grouped) return found?.[1] ?? '';
  return String(found?.[0].length ?? 0);
}

function tell(call: Parameters<Program>[0], text: string): ReturnType<Program> {
  call.out(`${text}\n`);
  return { kind: 'exit', code: text === '' || text === '0' ? 1 : 0 };
}

type Value = { readonly text: string } | 'division' | 'number' | null;
const LEVELS: readonly (readonly string[])[] = [
  ['|', '&'],
  ['=', '!=', '<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/', '%'],
  [':'],
];

/** The value of words, by the loosest operator last. */
function sum(words: readonly string[]): Value {
  if (words.length === 1) return { text: words[0] ?? '' };
  if (words[0] === '(' && words.at(-1) === ')') return sum(words.slice(1, -1));
  for (const level of LEVELS) {
    const at = words.findLastIndex(
      (word, index) => index > 0 && index < words.length - 1 && level.includes(word),
    );
    if (at < 0) continue;
    const [left, right] = [sum(words.slice(0, at)), sum(words.slice(at + 1))];
    if (left === null || right === null || typeof left === 'string' || typeof right === 'string')
      return left === null || typeof left === 'string' ? left : right;
    return apply(words[at] ?? '', left.text, right.text);
  }
  return null;
}

function apply(operator: string, left: string, right: string): Value {
  const [a, b] = [Number(left), Number(right)];
  const numbers = /^-?\d+$/.test(left) && /^-?\d+$/.test(right);
  const truth = (value: boolean): Value => ({ text: value ? '1' : '0' });
  switch (operator) {
    case ':':
      return { text: matched(left, right) };
    case '|':
      return { text: left !== '' && left !== '0' ? left : right };
    case '&':
      return { text: left !== '' && left !== '0' && right !== '' && right !== '0' ? left : '0' };
    case '=':
      return truth(numbers ? a === b : left === right);
    case '!=':
      return truth(numbers ? a !== b : left !== right);
    case '<':
      return truth(numbers ? a < b : left < right);
    case '<=':
      return truth(numbers ? a <= b : left <= right);
    case '>':
      return truth(numbers ? a > b : left > right);
    case '>=':
      return truth(numbers ? a >= b : left >= right);
    default:
      break;
  }
  if (!numbers) return 'number';
  if ((operator === '/' || operator === '%') && b === 0) return 'division';
  const results: Readonly<Record<string, number>> = {
    '+': a + b,
    '-': a - b,
    '*': a * b,
    '/': Math.trunc(a / b),
    '%': a % b,
  };
  return { text: String(own(results, operator) ?? 0) };
}
