import type { Program } from '../program';
import { allLines, readInputs } from './input';
import { bytesOf, ofBytes } from './awk/value';
import { isBusybox, fail, optionsOf } from './options';

/** `sort [-nrukt] [FILE…]` */
export const sort: Program = (call) => {
  const options = optionsOf(call, 'kto', { reverse: 'r', numeric: 'n', unique: 'u' });
  const input = readInputs(call, options.operands);
  if (input === null) return { kind: 'read' };
  const column = Number.parseInt(options.value('k') ?? '0', 10);
  const key = (line: string): string => {
    if (column < 1) return line;
    const separator = options.value('t');
    return (separator === undefined ? line.trim().split(/\s+/) : line.split(separator))
      .slice(column - 1)
      .join(' ');
  };
  const compare = (a: string, b: string): number => {
    if (options.has('n')) {
      const difference = (Number.parseFloat(key(a)) || 0) - (Number.parseFloat(key(b)) || 0);
      if (difference !== 0) return difference;
    }
    const [left, right] = options.has('f')
      ? [key(a).toLowerCase(), key(b).toLowerCase()]
      : [key(a), key(b)];
    return left < right ? -1 : left > right ? 1 : a < b ? -1 : a > b ? 1 : 0;
  };
  let lines = allLines(input).sort(compare);
  if (options.has('r')) lines.reverse();
  if (options.has('u'))
    lines = lines.filter((line, index) => index === 0 || key(line) !== key(lines[index - 1] ?? ''));
  for (const line of lines) call.out(`${line}\n`);
  return { kind: 'exit', code: input.failed ? (isBusybox(call) ? 1 : 2) : 0 };
};

/** `uniq [-cdu] [FILE]` */
export const uniq: Program = (call) => {
  const options = optionsOf(call, 'f');
  const input = readInputs(call, options.operands.slice(0, 1));
  if (input === null) return { kind: 'read' };
  const groups: { line: string; count: number }[] = [];
  for (const line of allLines(input)) {
    const last = groups.at(-1);
    if (last?.line === line) last.count++;
    else groups.push({ line, count: 1 });
  }
  for (const { line, count } of groups) {
    if ((options.has('d') && count < 2) || (options.has('u') && count > 1)) continue;
    call.out(`${options.has('c') ? `${String(count).padStart(7)} ` : ''}${line}\n`);
  }
  return { kind: 'exit', code: input.failed ? 1 : 0 };
};

/** The positions that `1,3-5,7-` chooses of `length`, from 0. */
function chosen(list: string, length: number): readonly number[] {
  const picked = new Set<number>();
  for (const part of list.split(',')) {
    const [from = '', to] = part.split('-');
    const first = from === '' ? 1 : Number(from);
    const last = to === undefined ? first : to === '' ? length : Number(to);
    for (let n = first; n <= Math.min(last, length); n++) picked.add(n - 1);
  }
  return [...picked].sort((a, b) => a - b);
}

/** `cut -d X -f LIST` and `cut -c LIST` */
export const cut: Program = (call) => {
  const options = optionsOf(call, 'dfcb', { delimiter: 'd', fields: 'f', characters: 'c' });
  const fields = options.value('f');
  const letters = options.value('c') ?? options.value('b');
  if (fields === undefined && letters === undefined)
    return fail(
      call,
      isBusybox(call)
        ? 'expected a list of bytes, characters, or fields'
        : "you must specify a list of bytes, characters, or fields\nTry 'cut --help' for more information.",
    );
  const delimiter = options.value('d') ?? '\t';
  const input = readInputs(call, options.operands);
  if (input === null) return { kind: 'read' };
  for (const line of allLines(input)) {
    const isBytes = fields === undefined && (isBusybox(call) || options.has('b'));
    const parts =
      fields === undefined ? [...(isBytes ? bytesOf(line) : line)] : line.split(delimiter);
    if (fields !== undefined && parts.length === 1) {
      if (!options.has('s')) call.out(`${line}\n`);
      continue;
    }
    const text = chosen(fields ?? letters ?? '', parts.length)
      .map((at) => parts[at] ?? '')
      .join(fields === undefined ? '' : delimiter);
    call.out(`${isBytes ? ofBytes(text) : text}\n`);
  }
  return { kind: 'exit', code: input.failed ? 1 : 0 };
};

/** `rev`: every line the other way round. */
export const rev: Program = (call) => {
  const input = readInputs(call, optionsOf(call).operands, 'plain');
  if (input === null) return { kind: 'read' };
  for (const line of allLines(input)) call.out(`${[...line].reverse().join('')}\n`);
  return { kind: 'exit', code: input.failed ? 1 : 0 };
};
