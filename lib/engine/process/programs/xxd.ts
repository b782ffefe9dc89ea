import { bytesOf, ofBytes } from './awk/value';
import type { Program, ProgramCall, ProgramOutcome } from '../program';
import { readInputs } from './input';
import { fail, isBusybox, optionsOf } from './options';
import { writeText } from './paths';
import { tellUsage } from './usage';

/** The widest row (vim's xxd; busybox takes what fits). */
const MOST_COLUMNS = 256;

/** vim's xxd reads a word after one dash by its beginning: `-ps`, `-len 5`. */
function wordOf(word: string): string {
  return /^-(?:p|len$|seek$|cols$|groupsize$|include$|revert$|bits$)/.test(word)
    ? word.slice(0, 2)
    : word;
}

/** A number as C reads it: decimal, or hexadecimal behind `0x`. */
function numberOf(text: string | undefined, otherwise: number): number {
  const number = Number(text ?? otherwise);
  return Number.isInteger(number) ? number : otherwise;
}

/** `xxd [-pirub] [-l LENGTH] [-s OFFSET] [-o OFFSET] [-c COLUMNS] [-g BYTES] [FILE]`: bytes as hexadecimal digits, and back with `-r`. */
export const xxd: Program = (call) => {
  const isOf = isBusybox(call);
  const argv = isOf ? call.argv : call.argv.map(wordOf);
  const options = optionsOf({ ...call, argv }, 'lsocgn');
  const { operands, has, value } = options;
  if (isOf && operands.length > 1) {
    tellUsage(call);
    return { kind: 'exit', code: 1 };
  }
  const wrong = ['l', 's', 'o', 'c', 'g']
    .map(value)
    .find((word) => Number.isNaN(Number(word ?? 0)));
  if (isOf && wrong !== undefined) return fail(call, `invalid number '${wrong}'`);
  const input = readInputs(call, operands.slice(0, 1), 'plain');
  if (input === null) return { kind: 'read' };
  if (input.failed) return { kind: 'exit', code: isOf ? 1 : 2 };
  const all = bytesOf(input.parts[0]?.text ?? '');
  if (has('r')) return finish(call, operands[1], ofBytes(reverted(all, has('p'))));
  const seek = numberOf(value('s'), 0);
  const from = seek < 0 ? Math.max(0, all.length + seek) : seek;
  const length = numberOf(value('l'), Infinity);
  const bytes = all.slice(from, from + Math.max(0, length));
  const columns = (otherwise: number): number =>
    Math.min(MOST_COLUMNS, numberOf(value('c'), 0) || otherwise);
  if (has('p')) return finish(call, operands[1], plain(bytes, columns(30), has('u')));
  if (has('i')) {
    const name = operands[0] === undefined || operands[0] === '-' ? null : operands[0];
    return finish(call, operands[1], included(bytes, columns(12), name, isOf));
  }
  const layout: Layout = {
    columns: columns(has('b') ? 6 : 16),
    group: numberOf(value('g'), has('b') ? 1 : has('e') ? 4 : 2),
    digits: has('b') ? 8 : 2,
    isUpper: has('u'),
    isTurned: has('e'),
  };
  return finish(call, operands[1], rows(bytes, from + numberOf(value('o'), 0), layout));
};

function finish(call: ProgramCall, file: string | undefined, text: string): ProgramOutcome {
  if (file === undefined || file === '-') call.out(text);
  else {
    const reason = writeText(call, file, text);
    if (reason !== null) {
      call.error(`xxd: ${file}: ${reason}\n`);
      return { kind: 'exit', code: 3 };
    }
  }
  return { kind: 'exit', code: 0 };
}

interface Layout {
  readonly columns: number;
  /** Bytes without a space between them; 0: the whole row. */
  readonly group: number;
  /** Digits of a byte: 2, or 8 of them binary. */
  readonly digits: number;
  readonly isUpper: boolean;
  /** The last byte of a group comes first. */
  readonly isTurned: boolean;
}

function digitsOf(byte: string, { digits, isUpper }: Pick<Layout, 'digits' | 'isUpper'>): string {
  const text = byte
    .charCodeAt(0)
    .toString(digits === 8 ? 2 : 16)
    .padStart(digits, '0');
  return isUpper ? text.toUpperCase() : text;
}

function rows(bytes: string, offset: number, layout: Layout): string {
  const { columns, digits, isTurned } = layout;
  const group = Math.min(columns, layout.group < 1 ? columns : layout.group);
  const spaces = layout.group < 1 ? 1 : Math.ceil(columns / group);
  const width = columns * digits + spaces;
  let out = '';
  for (let at = 0; at < bytes.length; at += columns) {
    const row = bytes.slice(at, at + columns);
    let shown = '';
    for (let begin = 0; begin < row.length; begin += group) {
      const part = [...row.slice(begin, begin + group)].map((byte) => digitsOf(byte, layout));
      const turned = isTurned
        ? part
            .reverse()
            .join('')
            .padStart(group * digits)
        : part.join('');
      shown += `${turned} `;
    }
    const place = Math.max(0, offset + at)
      .toString(16)
      .padStart(8, '0');
    out += `${place}: ${shown.padEnd(width)} ${row.replace(/[^ -~]/g, '.')}\n`;
  }
  return out;
}

function plain(bytes: string, columns: number, isUpper: boolean): string {
  let out = '';
  for (let at = 0; at < bytes.length; at += columns)
    out += `${[...bytes.slice(at, at + columns)].map((byte) => digitsOf(byte, { digits: 2, isUpper })).join('')}\n`;
  return out;
}

/** An array of C; without a name its numbers alone. busybox ends the last one with a comma too. */
function included(bytes: string, columns: number, file: string | null, isOf: boolean): string {
  const numbers = [...bytes].map((byte) => `0x${digitsOf(byte, { digits: 2, isUpper: false })}`);
  const lines: string[] = [];
  for (let at = 0; at < numbers.length; at += columns)
    lines.push(`  ${numbers.slice(at, at + columns).join(', ')}`);
  const body = lines.length === 0 ? '' : `${lines.join(',\n')}${isOf ? ',' : ''}\n`;
  if (file === null) return body;
  const name = file.replace(/^(?=\d)/, '__').replace(/[^A-Za-z0-9]/g, '_');
  return `unsigned char ${name}[] = {\n${body}};\nunsigned int ${name}_len = ${bytes.length};\n`;
}

/** The bytes that a dump shows: behind the place of each line up to two spaces, or with `isPlain` all digits there are. */
function reverted(dump: string, isPlain: boolean): string {
  let bytes = '';
  for (const line of dump.split('\n')) {
    const digits = isPlain ? line : /^[0-9a-f]+: ?(.*?)(?: {2}|$)/i.exec(line)?.[1];
    for (const [pair] of (digits ?? '').replace(/\s+/g, '').matchAll(/[0-9a-f]{2}/gi))
      bytes += String.fromCharCode(Number.parseInt(pair, 16));
  }
  return bytes;
}
