import type { Program } from '../program';
import { allLines, readInputs } from './input';
import { fail, optionsOf } from './options';
import { posixPattern } from './regex';

/**
 * `awk '{print $1, $NF}'` with a pattern, a line number or `-F`: the simple print that a `docker` pipeline needs, and nothing else of the language; any other
 * program is told to be a syntax error.
 */
export const awk: Program = (call) => {
  const options = optionsOf(call, 'Fv');
  const [program = '', ...operands] = options.operands;
  const match =
    /^\s*(?:\/((?:[^/\\]|\\.)*)\/|NR\s*(==|>|<|>=|<=|!=)\s*(\d+))?\s*(?:\{\s*print\s*([^{}]*)\})?\s*$/.exec(
      program,
    );
  const [, pattern, comparison, number, printed] = match ?? [];
  if (!match || (pattern === undefined && comparison === undefined && printed === undefined))
    return fail(call, 'cmd. line:1: Unexpected token', 1);
  const input = readInputs(call, operands);
  if (input === null) return { kind: 'read' };
  const found = pattern === undefined ? null : posixPattern(pattern, true);
  const separator = options.value('F');
  allLines(input).forEach((line, index) => {
    if (found && !found.test(line)) return;
    if (comparison !== undefined && !compares(index + 1, comparison, Number(number))) return;
    const fields = separator === undefined ? line.trim().split(/[ \t]+/) : line.split(separator);
    call.out(
      `${printed === undefined || printed.trim() === '' ? line : shown(printed, line, fields, index + 1)}\n`,
    );
  });
  return { kind: 'exit', code: input.failed ? 2 : 0 };
};

function compares(left: number, sign: string, right: number): boolean {
  switch (sign) {
    case '==':
      return left === right;
    case '!=':
      return left !== right;
    case '>':
      return left > right;
    case '<':
      return left < right;
    case '>=':
      return left >= right;
    default:
      return left <= right;
  }
}

/** `$1, "x" $2`: commas become blanks, what stands side by side is joined. */
function shown(list: string, line: string, fields: readonly string[], number: number): string {
  let text = '';
  for (const [token] of list.trim().matchAll(/"(?:[^"\\]|\\.)*"|\$\w+|\w+|,/g)) {
    if (token === ',') text += ' ';
    else if (token.startsWith('"'))
      text += token.slice(1, -1).replace(/\\t/g, '\t').replace(/\\n/g, '\n');
    else if (token === '$0') text += line;
    else if (token === '$NF') text += fields.at(-1) ?? '';
    else if (token === 'NF') text += String(fields.length);
    else if (token === 'NR') text += String(number);
    else if (/^\$\d+$/.test(token)) text += fields[Number(token.slice(1)) - 1] ?? '';
    else if (/^\d+$/.test(token)) text += token;
  }
  return text;
}
