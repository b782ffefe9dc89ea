import type { ProgramCall, ProgramOutcome } from '../program';
import { fail, isBusybox, quoted, tryHelp } from './options';
import { tellUsage } from './usage';

/** The suffixes of its numbers (coreutils dd(1); busybox knows them up to G). */
const UNITS: Readonly<Record<string, number>> = {
  c: 1,
  w: 2,
  b: 512,
  kB: 1000,
  k: 1024,
  K: 1024,
  MB: 1e6,
  M: 1024 ** 2,
  GB: 1e9,
  G: 1024 ** 3,
};
const KNOWN = [
  'if',
  'of',
  'bs',
  'ibs',
  'obs',
  'count',
  'skip',
  'seek',
  'conv',
  'iflag',
  'oflag',
  'status',
];
/** The words of a list that busybox and GNU know, and those that GNU knows besides. */
const WORDS: Readonly<Record<string, readonly [string, string]>> = {
  conv: ['notrunc noerror sync fsync swab', 'ucase lcase excl nocreat fdatasync sparse'],
  iflag: ['skip_bytes count_bytes fullblock direct', 'nofollow nonblock noatime sync dsync'],
  oflag: ['seek_bytes append direct', 'nofollow nonblock sync dsync'],
  status: ['noxfer none', 'progress'],
};

/** How dd was called. */
export interface Copy {
  readonly words: ReadonlyMap<string, string>;
  readonly numbers: ReadonlyMap<string, number>;
  has(list: string, word: string): boolean;
}

/** Reads dd's operands; an outcome where they make no sense. */
export function copyOf(call: ProgramCall): Copy | ProgramOutcome {
  const busybox = isBusybox(call);
  const words = new Map<string, string>();
  const numbers = new Map<string, number>();
  for (const operand of call.argv.slice(1)) {
    const [, name = '', value = ''] = /^([^=]*)=(.*)$/s.exec(operand) ?? [];
    if (!KNOWN.includes(name)) {
      if (!busybox)
        return fail(call, `unrecognized operand ${quoted(call, operand)}${tryHelp(call)}`);
      tellUsage(call);
      return { kind: 'exit', code: 1 };
    }
    words.set(name, value);
    const list = WORDS[name];
    const known = list?.slice(0, busybox ? 1 : 2).flatMap((part) => part.split(' '));
    const strange = known && value.split(',').find((word) => !known.includes(word));
    if (strange !== undefined) return refusedWord(call, name, strange);
    if (known || name === 'if' || name === 'of') continue;
    const number = numberOf(value);
    const least = name.endsWith('bs') ? 1 : 0;
    if (number === null || (number < least && !busybox))
      return fail(
        call,
        busybox ? `invalid number '${value}'` : `invalid number: ${quoted(call, value)}`,
      );
    if (number < least) return fail(call, `number ${value} is not in 1..9223372036854775807 range`);
    numbers.set(name, number);
  }
  return {
    words,
    numbers,
    has: (list, word) => words.get(list)?.split(',').includes(word) === true,
  };
}

function refusedWord(call: ProgramCall, list: string, word: string): ProgramOutcome {
  if (isBusybox(call)) return fail(call, `invalid argument '${word}' to '${list}'`);
  const names: Readonly<Record<string, string>> = {
    conv: 'conversion',
    iflag: 'input flag',
    oflag: 'output flag',
    status: 'status level',
  };
  return fail(call, `invalid ${names[list] ?? list}: ${quoted(call, word)}${tryHelp(call)}`);
}

/** `10M`; null: no number. */
function numberOf(text: string): number | null {
  const [, digits, unit = ''] = /^(\d+)([a-zA-Z]*)$/.exec(text) ?? [];
  const factor = unit === '' ? 1 : UNITS[unit];
  return digits === undefined || factor === undefined ? null : Number(digits) * factor;
}
