import type { Program } from '../program';
import { allLines, linesOf, readInputs } from './input';
import { optionsOf } from './options';

/** `nl`: numbers the lines that are not empty. */
export const nl: Program = (call) => {
  const input = readInputs(call, optionsOf(call, 'bsw').operands);
  if (input === null) return { kind: 'read' };
  let number = 0;
  for (const line of allLines(input))
    call.out(line === '' ? '       \n' : `${String(++number).padStart(6)}\t${line}\n`);
  return { kind: 'exit', code: input.failed ? 1 : 0 };
};

/** `paste [-s] [-d LIST] FILE…`: lines side by side, or with `-s` all of a file in one. */
export const paste: Program = (call) => {
  const options = optionsOf(call, 'd');
  const input = readInputs(call, options.operands);
  if (input === null) return { kind: 'read' };
  const between = (options.value('d') ?? '\t').replace(/\\t/g, '\t').replace(/\\n/g, '\n');
  const columns = input.parts.map(({ text }) => linesOf(text));
  const glue = (cells: readonly string[]): string =>
    cells.reduce((line, cell, at) => line + (between[(at - 1) % between.length] ?? '') + cell);
  if (options.has('s')) for (const lines of columns) call.out(`${glue(['', ...lines].slice(1))}\n`);
  else
    for (let at = 0; at < Math.max(...columns.map(({ length }) => length)); at++)
      call.out(`${glue(columns.map((lines) => lines[at] ?? ''))}\n`);
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
