import type { FileEntry } from '../../filesystem';
import type { Program, ProgramCall, ProgramOutcome } from '../program';
import { bytesOf, ofBytes } from './awk/value';
import { textOfEntry } from './input';
import { copyOf, type Copy } from './dd-operands';
import { fail, isBusybox } from './options';
import { absolute, entryOf, make, NO_ROOM, obstacle } from './paths';

/** What is copied: bytes, a character each, or so many zeros. */
type Data = string | { readonly zeros: number };

const BLOCK = 512;
/** Larger copies of anything but zeros are kept as zeros: nobody reads them. */
const MOST_TEXT = 1_048_576;
/** What a disk copies in a second, and what a call costs, in seconds (only told). */
const SPEED = 1.2e9;
const COST = 0.0003;
/** How long a copy without an end goes on, unless somebody ends it: longer than any simulation. */
const FOR_EVER = 1e15;

const lengthOf = (data: Data): number => (typeof data === 'string' ? data.length : data.zeros);

function sliceOf(data: Data, from: number, to: number): Data {
  if (typeof data === 'string') return data.slice(from, to);
  return { zeros: Math.max(0, Math.min(data.zeros, to) - from) };
}

/** Zeros among bytes are written out as far as they can be shown. */
function textOf(data: Data): string {
  return typeof data === 'string' ? data : '\0'.repeat(Math.min(data.zeros, MOST_TEXT));
}

function dataOf(entry: FileEntry): Data {
  if (entry.kind === 'zeros') return { zeros: entry.size };
  if (entry.kind === 'device')
    return entry.major === 1 && [5, 8, 9].includes(entry.minor) ? { zeros: Infinity } : '';
  return bytesOf(textOfEntry(entry));
}

/** What stands behind `if=`, or comes in; an outcome where there is nothing to read. */
function inputOf(call: ProgramCall, source: string | undefined): Data | ProgramOutcome {
  if (source === undefined) return call.stdin === null ? { kind: 'read' } : bytesOf(call.stdin);
  const entry = entryOf(call, source);
  const reason = entry
    ? call.host.refusal(absolute(call, source), call.user, 'read')
    : 'No such file or directory';
  const cannot = isBusybox(call) ? "can't open" : 'failed to open';
  if (reason !== null) return fail(call, `${cannot} '${source}': ${reason}`);
  if (entry?.kind !== 'directory') return entry ? dataOf(entry) : '';
  const folder = 'Is a directory';
  if (isBusybox(call)) return fail(call, `${source}: ${folder}`);
  return fail(
    call,
    `error reading '${source}': ${folder}\n0+0 records in\n0+0 records out\n${speedLine(0)}`.trimEnd(),
  );
}

/** Bytes behind bytes. */
function joined(...parts: readonly Data[]): Data {
  const filled = parts.filter((part) => lengthOf(part) > 0);
  const [first] = filled;
  if (filled.length === 1 && first !== undefined) return first;
  const size = filled.reduce((sum, part) => sum + lengthOf(part), 0);
  if (size > MOST_TEXT || filled.every((part) => typeof part !== 'string')) return { zeros: size };
  return filled.map(textOf).join('');
}

function converted(data: Data, copy: Copy): Data {
  if (typeof data !== 'string') return data;
  if (copy.has('conv', 'swab')) return data.replace(/(.)(.)/gs, '$2$1');
  if (copy.has('conv', 'ucase')) return data.replace(/[a-z]+/g, (word) => word.toUpperCase());
  if (copy.has('conv', 'lcase')) return data.replace(/[A-Z]+/g, (word) => word.toLowerCase());
  return data;
}

function entryFor(data: Data): FileEntry {
  return typeof data === 'string'
    ? { kind: 'text', text: ofBytes(data) }
    : { kind: 'zeros', size: data.zeros };
}

/** Puts what was copied at its place in a file; why it could not, or null. */
function writeFile(
  call: ProgramCall,
  target: string,
  data: Data,
  at: number,
  copy: Copy,
): string | null {
  const { files } = call.host;
  const path = absolute(call, target);
  const before = files.get(path);
  if (before?.kind === 'directory') return 'Is a directory';
  const old = before ? dataOf(before) : '';
  const appends = copy.has('oflag', 'append') && copy.has('conv', 'notrunc');
  const start = appends ? lengthOf(old) : at;
  const front = sliceOf(old, 0, start);
  const gap = { zeros: Math.max(0, start - lengthOf(front)) };
  const keeps = copy.has('conv', 'notrunc');
  const behind = keeps ? sliceOf(old, start + lengthOf(data), lengthOf(old)) : '';
  const entry = entryFor(joined(front, gap, data, behind));
  if (!before) return make(call, target, entry);
  const reason = call.host.refusal(path, call.user, 'write');
  if (reason === null) files.write(path, entry);
  return reason;
}

/** `12+1`: whole blocks and whether a part of one is left. */
const blocks = (size: number, block: number): string =>
  `${Math.floor(size / block)}+${size % block === 0 ? 0 : 1}`;

/** `1.5 kB`, `123 MB`: one digit behind the point below ten (gnulib human_readable). */
function human(size: number, base: number, units: readonly string[]): string {
  let value = size;
  let unit = 0;
  for (; value >= base && unit < units.length - 1; unit++) value /= base;
  return `${value < 9.95 && unit > 0 ? value.toFixed(1) : Math.round(value)} ${units[unit] ?? ''}`;
}

/** GNU's last line: what was copied, and how fast. */
function speedLine(size: number): string {
  const decimal = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  const binary = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'];
  const told = [
    ...(size < 1000 ? [] : [human(size, 1000, decimal)]),
    ...(size < 1024 ? [] : [human(size, 1024, binary)]),
  ];
  const seconds = COST + size / SPEED;
  const rate = human(size / seconds, 1000, ['B', 'kB', 'MB', 'GB']);
  const shown = told.length === 0 ? '' : ` (${told.join(', ')})`;
  return `${size} byte${size === 1 ? '' : 's'}${shown} copied, ${Number(seconds.toPrecision(6))} s, ${rate}/s\n`;
}

/** `dd [if=FILE] [of=FILE] [bs=N] [count=N] [skip=N] [seek=N] [conv=…]`: copies bytes, block by block. */
export const dd: Program = (call) => {
  const copy = copyOf(call);
  if ('kind' in copy) return copy;
  const { words, numbers } = copy;
  const input = inputOf(call, words.get('if'));
  if (typeof input !== 'string' && 'kind' in input) return input;
  const ibs = numbers.get('bs') ?? numbers.get('ibs') ?? BLOCK;
  const obs = numbers.get('bs') ?? numbers.get('obs') ?? BLOCK;
  const skip = (numbers.get('skip') ?? 0) * (copy.has('iflag', 'skip_bytes') ? 1 : ibs);
  const count = (numbers.get('count') ?? Infinity) * (copy.has('iflag', 'count_bytes') ? 1 : ibs);
  const seek = (numbers.get('seek') ?? 0) * (copy.has('oflag', 'seek_bytes') ? 1 : obs);
  const taken = sliceOf(input, skip, skip + (numbers.get('count') === 0 ? 0 : count));
  const read = lengthOf(taken);
  const target = words.get('of');
  const device = target === undefined ? null : entryOf(call, target);
  const room = target === undefined ? Infinity : call.host.room(absolute(call, target)) - seek;
  if (read === Infinity && room === Infinity) return { kind: 'sleep', milliseconds: FOR_EVER };
  const padding = copy.has('conv', 'sync') ? { zeros: (ibs - (read % ibs)) % ibs } : '';
  const data = joined(converted(taken, copy), padding);
  if (target === undefined) call.out(ofBytes(textOf(data)));
  else if (device?.kind !== 'device') {
    if (lengthOf(data) > room && obstacle(call, target) === null) {
      make(call, target, { kind: 'zeros', size: room + seek });
      const written = Math.floor(room / obs);
      const records = `${written + 1}+0 records in\n${written}+0 records out\n`;
      call.error(`dd: error writing '${target}': ${NO_ROOM}\n${records}`);
      return { kind: 'exit', code: 1 };
    }
    const reason = writeFile(call, target, data, seek, copy);
    const cannot = isBusybox(call) ? "can't open" : 'failed to open';
    if (reason !== null) return fail(call, `${cannot} '${target}': ${reason}`);
  }
  if (copy.has('status', 'none')) return { kind: 'exit', code: 0 };
  // With `bs` every block is written as it was read; else they are put together anew.
  const whole = copy.has('conv', 'sync') || !numbers.has('bs') ? lengthOf(data) : read;
  call.error(`${blocks(read, ibs)} records in\n${blocks(whole, obs)} records out\n`);
  if (!isBusybox(call) && !copy.has('status', 'noxfer')) call.error(speedLine(lengthOf(data)));
  return { kind: 'exit', code: 0 };
};
