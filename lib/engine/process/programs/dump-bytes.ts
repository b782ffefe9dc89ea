import type { Program, ProgramCall, ProgramOutcome } from '../program';
import { bytesOf } from './awk/value';
import { readInputs } from './input';
import { optionsOf } from './options';

/** The bytes of all operands (or of the input) as numbers; an outcome when there is nothing to show. */
function bytesRead(
  call: ProgramCall,
  operands: readonly string[],
): { readonly bytes: readonly number[]; readonly code: number } | ProgramOutcome {
  const input = readInputs(call, operands, 'plain');
  if (input === null) return { kind: 'read' };
  if (input.failed && input.parts.length === 0) return { kind: 'exit', code: 1 };
  const text = input.parts.map((part) => bytesOf(part.text)).join('');
  return { bytes: Array.from(text, (byte) => byte.charCodeAt(0)), code: input.failed ? 1 : 0 };
}

/** Rows of 16 bytes; a row equal to the one before is `*`, once (od, hexdump). */
function rowsOf(
  bytes: readonly number[],
  showAll: boolean,
  write: (row: readonly number[], at: number) => string,
): string {
  let out = '';
  let before = '';
  let isStarred = false;
  for (let at = 0; at < bytes.length; at += 16) {
    const row = bytes.slice(at, at + 16);
    const key = row.join();
    if (!showAll && at > 0 && key === before) {
      if (!isStarred) out += '*\n';
      isStarred = true;
      continue;
    }
    [before, isStarred] = [key, false];
    out += `${write(row, at)}\n`;
  }
  return out;
}

/** Numbers of two bytes, the low one first. */
const wordsOf = (row: readonly number[]): number[] =>
  row.flatMap((byte, at) => (at % 2 === 0 ? [byte + (row[at + 1] ?? 0) * 256] : []));
const hex = (value: number, width: number): string => value.toString(16).padStart(width, '0');
const octal = (value: number, width: number): string => value.toString(8).padStart(width, '0');
const shown = (row: readonly number[]): string =>
  row.map((byte) => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '.')).join('');

const ESCAPES = new Map([
  [0, '\\0'],
  [7, '\\a'],
  [8, '\\b'],
  [9, '\\t'],
  [10, '\\n'],
  [11, '\\v'],
  [12, '\\f'],
  [13, '\\r'],
]);

/** A byte as `od -c` shows it. */
const letterOf = (byte: number): string =>
  ESCAPES.get(byte) ?? (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : octal(byte, 3));

/** How `od` writes a row: `-c`, `-b`, `-x`, `-t x1`…; octal words by default. */
function odRow(format: string, row: readonly number[]): string {
  switch (format) {
    case 'c':
      return row.map((byte) => letterOf(byte).padStart(4)).join('');
    case 'x1':
      return row.map((byte) => ` ${hex(byte, 2)}`).join('');
    case 'o1':
      return row.map((byte) => ` ${octal(byte, 3)}`).join('');
    case 'u1':
      return row.map((byte) => ` ${String(byte).padStart(3)}`).join('');
    case 'x2':
      return wordsOf(row)
        .map((word) => ` ${hex(word, 4)}`)
        .join('');
    default:
      return wordsOf(row)
        .map((word) => ` ${octal(word, 6)}`)
        .join('');
  }
}

/** `od [-bcvx] [-t c|x1|o1|u1|x2|o2] [-A d|o|x|n] [-N COUNT] [-j SKIP] [FILE…]` */
export const od: Program = (call) => {
  const options = optionsOf(call, 'tANj');
  const read = bytesRead(call, options.operands);
  if ('kind' in read) return read;
  const skip = Number(options.value('j') ?? 0) || 0;
  const count = Number(options.value('N') ?? Infinity);
  const bytes = read.bytes.slice(skip, skip + (Number.isNaN(count) ? Infinity : count));
  const letter = ['c', 'b', 'x'].find(options.has);
  const named = { c: 'c', b: 'o1', x: 'x2' }[letter ?? ''];
  const format = options.value('t') ?? named ?? 'o2';
  const radix = options.value('A') ?? 'o';
  const place = (at: number): string => {
    if (radix === 'n') return '';
    if (radix === 'd') return String(at + skip).padStart(7, '0');
    return radix === 'x' ? hex(at + skip, 6) : octal(at + skip, 7);
  };
  const end = radix === 'n' ? '' : `${place(bytes.length)}\n`;
  call.out(rowsOf(bytes, options.has('v'), (row, at) => place(at) + odRow(format, row)) + end);
  return { kind: 'exit', code: read.code };
};

/** `hexdump [-Cv] [-n COUNT] [-s SKIP] [FILE…]`: words of two bytes, or with `-C` bytes and letters. */
export const hexdump: Program = (call) => {
  const options = optionsOf(call, 'ns');
  const read = bytesRead(call, options.operands);
  if ('kind' in read) return read;
  const skip = Number(options.value('s') ?? 0) || 0;
  const count = Number(options.value('n') ?? Infinity);
  const bytes = read.bytes.slice(skip, skip + (Number.isNaN(count) ? Infinity : count));
  if (bytes.length === 0) return { kind: 'exit', code: read.code };
  const width = options.has('C') ? 8 : 7;
  const canonical = (row: readonly number[]): string => {
    const half = (part: readonly number[]): string => part.map((byte) => hex(byte, 2)).join(' ');
    const columns = `${half(row.slice(0, 8)).padEnd(23)}  ${half(row.slice(8)).padEnd(23)}`;
    return `  ${columns}  |${shown(row)}|`;
  };
  const words = (row: readonly number[]): string =>
    wordsOf(row)
      .map((word) => ` ${hex(word, 4)}`)
      .join('')
      .padEnd(40);
  const write = options.has('C') ? canonical : words;
  const rows = rowsOf(bytes, options.has('v'), (row, at) => hex(at + skip, width) + write(row));
  call.out(`${rows}${hex(skip + bytes.length, width)}\n`);
  return { kind: 'exit', code: read.code };
};
