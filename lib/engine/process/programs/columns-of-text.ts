import type { Program } from '../program';
import { allLines, linesOf, readInputs } from './input';
import { isBusybox, optionsOf } from './options';

/** `nl [-b a|t|n]`: numbers the lines that are not empty, or with `-b a` all. */
export const nl: Program = (call) => {
  const options = optionsOf(call, 'bsw');
  const input = readInputs(call, options.operands, 'plain');
  if (input === null) return { kind: 'read' };
  const body = options.value('b') ?? 't';
  let number = 0;
  for (const line of allLines(input)) {
    const isNumbered = body === 'a' || (body === 't' && line !== '');
    call.out(isNumbered ? `${String(++number).padStart(6)}\t${line}\n` : `       ${line}\n`);
  }
  return { kind: 'exit', code: input.failed ? 1 : 0 };
};

/** `paste [-s] [-d LIST] FILE…`: lines side by side, or with `-s` all of a file in one. Several `-` take the input's lines in turn. */
export const paste: Program = (call) => {
  const options = optionsOf(call, 'd');
  const input = readInputs(call, options.operands, 'plain');
  if (input === null) return { kind: 'read' };
  const between = (options.value('d') ?? '\t').replace(/\\t/g, '\t').replace(/\\n/g, '\n');
  const readers = input.parts.filter(({ name }) => name === '-').length;
  let reader = 0;
  const columns = input.parts.map(({ name, text }) => {
    const lines = linesOf(text);
    if (name !== '-' || options.has('s')) return lines;
    const mine = reader++;
    return lines.filter((_, at) => at % readers === mine);
  });
  const glue = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => (at === 0 ? '' : (between[(at - 1) % between.length] ?? '')) + cell)
      .join('');
  // Of an empty file GNU makes an empty line, busybox nothing.
  if (options.has('s'))
    for (const lines of columns)
      call.out(lines.length === 0 && isBusybox(call) ? '' : `${glue(lines)}\n`);
  else
    for (let at = 0; at < Math.max(...columns.map(({ length }) => length)); at++) {
      // GNU keeps the delimiters of files that have ended; busybox leaves the ended files out.
      const live = isBusybox(call) ? columns.filter(({ length }) => at < length) : columns;
      call.out(`${glue(live.map((lines) => lines[at] ?? ''))}\n`);
    }
  return { kind: 'exit', code: input.failed ? 1 : 0 };
};

/** `column -t [-s SEPARATORS]`: a table as wide as it must be. */
export const column: Program = (call) => {
  const options = optionsOf(call, 'so');
  const input = readInputs(call, options.operands);
  if (input === null) return { kind: 'read' };
  const by = options.value('s');
  const lines = allLines(input).filter((line) => line.trim() !== '');
  const rows = lines.map((line) => (by === undefined ? line.trim().split(/\s+/) : line.split(by)));
  if (!options.has('t')) for (const line of lines) call.out(`${line}\n`);
  else {
    const widths: number[] = [];
    for (const row of rows)
      row.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, [...cell].length)));
    for (const row of rows)
      call.out(
        `${row.map((cell, at) => (at === row.length - 1 ? cell : cell + ' '.repeat((widths[at] ?? 0) - [...cell].length))).join(options.value('o') ?? '  ')}\n`,
      );
  }
  return { kind: 'exit', code: input.failed ? 1 : 0 };
};
