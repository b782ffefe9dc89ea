import type { Program } from '../program';
import { bytesOf } from './awk/value';
import { linesOf, readInputs } from './input';
import { isBusybox, optionsOf } from './options';

/** `cmp [-s] FILE1 [FILE2]`: where two files begin to differ. */
export const cmp: Program = (call) => {
  const options = optionsOf(call);
  const [left = '-', right = '-'] = options.operands;
  const [one, two] = [readInputs(call, [left], 'plain'), readInputs(call, [right], 'plain')];
  if (one === null || two === null) return { kind: 'read' };
  if (one.failed || two.failed) return { kind: 'exit', code: 2 };
  const [a, b] = [bytesOf(one.parts[0]?.text ?? ''), bytesOf(two.parts[0]?.text ?? '')];
  if (a === b) return { kind: 'exit', code: 0 };
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  if (options.has('s')) return { kind: 'exit', code: 1 };
  const line = linesOf(`${a.slice(0, at)}|`).length;
  if (at === a.length || at === b.length) {
    const after = isBusybox(call) ? '' : ` after byte ${at}, line ${Math.max(1, line - 1)}`;
    call.error(`cmp: EOF on ${at === a.length ? left : right}${after}\n`);
  } else {
    call.out(`${left} ${right} differ: char ${at + 1}, line ${line}\n`);
  }
  return { kind: 'exit', code: 1 };
};
