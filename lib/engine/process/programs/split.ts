import { bytesOf, ofBytes } from './awk/value';
import type { Program, ProgramCall, ProgramOutcome } from '../program';
import { linesOf, textOfEntry } from './input';
import { fail, optionsOf, quoted, tryHelp, type Options } from './options';
import { absolute, entryOf, writeText } from './paths';

const MOST_FILES = 1_000;
const UNITS = 'KMG';

/** `split [-l LINES | -b BYTES | -n PARTS] [-a LENGTH] [-d] [FILE [PREFIX]]`: a file in pieces, `xaa`, `xab` and so on. */
export const split: Program = (call) => {
  const options = optionsOf(call, 'lbna', {
    lines: 'l',
    bytes: 'b',
    number: 'n',
    'suffix-length': 'a',
    'numeric-suffixes': 'd',
  });
  const [file = '-', prefix = 'x', extra] = options.operands;
  if (extra !== undefined)
    return fail(call, `extra operand ${quoted(call, extra)}${tryHelp(call)}`);
  const cut = cutterOf(call, options);
  if (typeof cut !== 'function') return cut;
  const entry = file === '-' ? null : entryOf(call, file);
  if (file === '-' && call.stdin === null) return { kind: 'read' };
  if (file !== '-' && entry === null)
    return fail(call, `cannot open '${file}' for reading: No such file or directory`);
  if (entry?.kind === 'directory') return fail(call, `${file}: Is a directory`);
  const refusal = file === '-' ? null : call.host.refusal(absolute(call, file), call.user, 'read');
  if (refusal !== null) return fail(call, `cannot open '${file}' for reading: ${refusal}`);
  const pieces = cut(entry === null ? (call.stdin ?? '') : textOfEntry(entry));
  const letters = options.has('d') ? '0123456789' : 'abcdefghijklmnopqrstuvwxyz';
  const length = Number(options.value('a') ?? 0);
  for (const [index, piece] of pieces.entries()) {
    const suffix = length > 0 ? fixed(index, letters, length) : growing(index, letters);
    if (suffix === null || index === MOST_FILES)
      return fail(call, 'output file suffixes exhausted');
    const reason = writeText(call, prefix + suffix, piece);
    if (reason !== null) return fail(call, `${prefix}${suffix}: ${reason}`);
  }
  return { kind: 'exit', code: 0 };
};

type Cutter = (text: string) => readonly string[];

function cutterOf(call: ProgramCall, options: Options): Cutter | ProgramOutcome {
  const [bytes, parts] = [options.value('b'), options.value('n')];
  const lines = options.value('l') ?? '1000';
  const suffix = options.value('a');
  const refuse = (what: string, word: string): ProgramOutcome => {
    const range = /^0+$/.test(word) ? ': Numerical result out of range' : '';
    return fail(call, `invalid ${what}: ${quoted(call, word)}${range}`);
  };
  if (suffix !== undefined && !/^\d{1,2}$/.test(suffix)) return refuse('suffix length', suffix);
  if (bytes !== undefined) {
    const [, digits = '', unit, kind] =
      /^(\d{1,12})(?:([KMG])(B|iB)?)?$/.exec(bytes.replace('k', 'K')) ?? [];
    const step = kind === 'B' ? 1000 : 1024;
    const size = Number(digits) * (unit === undefined ? 1 : step ** (UNITS.indexOf(unit) + 1));
    return size > 0 ? (text) => byBytes(text, size) : refuse('number of bytes', bytes);
  }
  if (parts !== undefined) {
    const [, byLine, digits = '0'] = /^(l\/)?(\d{1,9})$/.exec(parts) ?? [];
    const count = Number(digits);
    if (count === 0) return refuse('number of chunks', parts.replace(/^l\//, ''));
    const letters = options.has('d') ? 10 : 26;
    const least = Math.ceil(Math.log(count) / Math.log(letters));
    if (suffix !== undefined && Number(suffix) < least)
      return fail(call, `the suffix length needs to be at least ${least}`);
    return (text) => inParts(text, Math.min(count, MOST_FILES + 1), byLine !== undefined);
  }
  const size = /^\d{1,12}$/.test(lines) ? Number(lines) : 0;
  return size > 0 ? (text) => byLines(text, size) : refuse('number of lines', lines);
}

function byLines(text: string, size: number): readonly string[] {
  const lines = linesOf(text).map((line) => `${line}\n`);
  if (!text.endsWith('\n')) lines.push((lines.pop() ?? '').slice(0, -1));
  const pieces: string[] = [];
  for (let at = 0; at < lines.length && pieces.length <= MOST_FILES; at += size)
    pieces.push(lines.slice(at, at + size).join(''));
  return text === '' ? [] : pieces;
}

function byBytes(text: string, size: number): readonly string[] {
  const bytes = bytesOf(text);
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length && pieces.length <= MOST_FILES; at += size)
    pieces.push(ofBytes(bytes.slice(at, at + size)));
  return pieces;
}

/** Parts of the same size, the last one with what remains; by lines, each line in the part in which it begins. */
function inParts(text: string, count: number, isByLine: boolean): readonly string[] {
  const bytes = bytesOf(text);
  const size = Math.floor(bytes.length / count);
  const bounds = Array.from({ length: count + 1 }, (_, at) =>
    at === count ? bytes.length : at * size,
  ).map((bound) => {
    if (!isByLine || bound === 0 || bound === bytes.length) return bound;
    const end = bytes.indexOf('\n', bound - 1);
    return end < 0 ? bytes.length : end + 1;
  });
  return bounds.slice(1).map((bound, at) => ofBytes(bytes.slice(bounds[at], bound)));
}

function fixed(index: number, letters: string, length: number): string | null {
  let [text, rest] = ['', index];
  for (let at = 0; at < length; at++) {
    text = (letters[rest % letters.length] ?? '') + text;
    rest = Math.floor(rest / letters.length);
  }
  return rest === 0 ? text : null;
}

/** Two letters, and where they end with the last letter two more behind it: `yz`, `zaaa`. */
function growing(index: number, letters: string): string | null {
  const [last, short] = [letters.at(-1) ?? '', letters.length * (letters.length - 1)];
  if (index < short) return fixed(index, letters, 2);
  const long = fixed(index - short, letters, 3);
  return long === null || long.startsWith(last) ? null : last + long;
}
