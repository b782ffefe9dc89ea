import type { Program } from '../program';
import { linesOf, readInputs } from './input';
import { complain, fail, optionsOf, quoted, tryHelp } from './options';

/** `comm [-123] LEFT RIGHT`: lines that only one of two sorted files has, and those that both have, each in a column of their own. */
export const comm: Program = (call) => {
  const options = optionsOf(call, 'd', {
    'output-delimiter': 'd',
    'nocheck-order': 'n',
    total: 'T',
  });
  const [left, right, extra] = options.operands;
  if (left === undefined) return fail(call, `missing operand${tryHelp(call)}`);
  if (right === undefined)
    return fail(call, `missing operand after ${quoted(call, left)}${tryHelp(call)}`);
  if (extra !== undefined)
    return fail(call, `extra operand ${quoted(call, extra)}${tryHelp(call)}`);
  const inputs = [readInputs(call, [left], 'plain')];
  if (inputs[0]?.failed !== true) inputs.push(readInputs(call, [right], 'plain'));
  if (inputs.includes(null)) return { kind: 'read' };
  if (inputs.some((input) => input?.failed)) return { kind: 'exit', code: 1 };
  const files = inputs.map((input) => linesOf(input?.parts[0]?.text ?? ''));
  const [one = [], two = []] = files;
  const between = options.value('d') ?? '\t';
  const counts = [0, 0, 0];
  const tell = (column: 0 | 1 | 2, line: string): void => {
    counts[column] = (counts[column] ?? 0) + 1;
    if (options.has(String(column + 1))) return;
    const before = [...Array(column).keys()].filter((at) => !options.has(String(at + 1)));
    call.out(`${between.repeat(before.length)}${line}\n`);
  };
  const unsorted = [false, false];
  let isPaired = true;
  const check = (file: 0 | 1, at: number): void => {
    const lines = files[file] ?? [];
    const [before, line] = [lines[at - 1], lines[at]];
    if (isPaired || options.has('n') || unsorted[file] === true) return;
    if (before === undefined || line === undefined || before <= line) return;
    complain(call, `file ${file + 1} is not in sorted order`);
    unsorted[file] = true;
  };
  let [i, j] = [0, 0];
  while (i < one.length || j < two.length) {
    const [a, b] = [one[i], two[j]];
    if (a !== undefined && a === b) tell(2, a);
    else {
      isPaired = false;
      if (b === undefined || (a !== undefined && a < b)) tell(0, a ?? '');
      else tell(1, b);
    }
    const [takesLeft, takesRight] = [
      b === undefined || (a !== undefined && a <= b),
      a === undefined || (b !== undefined && b <= a),
    ];
    if (takesLeft) check(0, ++i);
    if (takesRight) check(1, ++j);
  }
  if (options.has('T')) call.out(`${[...counts, 'total'].join(between)}\n`);
  if (!unsorted.includes(true)) return { kind: 'exit', code: 0 };
  return fail(call, 'input is not in sorted order');
};
