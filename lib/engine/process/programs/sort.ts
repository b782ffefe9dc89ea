import type { Program, ProgramCall, ProgramOutcome } from '../program';
import { allLines, readInputs, unreadable } from './input';
import { complain, fail, isBusybox, optionsOf, quoted, tryHelp, type Options } from './options';
import { writeText } from './paths';
import { byText, compareIn, textOfKey, type Key, type Ordering } from './sort-keys';

const LONG = { check: 'c', sort: '+' };
const ORDERINGS = ['b', 'd', 'f', 'g', 'h', 'i', 'M', 'n', 'R', 'V'];
/** The words of `--sort`. */
const WORDS: Readonly<Record<string, string>> = {
  'general-numeric': 'g',
  'human-numeric': 'h',
  month: 'M',
  numeric: 'n',
  random: 'R',
  version: 'V',
};

const POSITION = /^(\d+)(?:\.(\d+))?([bdfghiMnRVr]*)$/;

/** `sort [-bcCdfghimMnrRsuVz] [-k KEY] [-o FILE] [-t CHAR] [FILE…]` (POSIX and coreutils sort.c, in the C locale). */
export const sort: Program = (call) => {
  const options = optionsOf(call, 'koStT+', LONG);
  const separator = separatorOf(options.value('t'));
  if (separator !== null && separator.length !== 1) return badSeparator(call, separator);
  const keys = keysOf(call, options);
  if ('kind' in keys) return keys;
  const unread = isBusybox(call) ? null : options.operands.find((name) => cannotRead(call, name));
  if (unread !== undefined && unread !== null)
    return fail(call, `cannot read: ${unreadable(call, unread) ?? ''}`, 2);
  const input = readInputs(call, options.operands, 'plain');
  if (input === null) return { kind: 'read' };
  if (input.failed) return { kind: 'exit', code: 2 };
  const end = options.has('z') ? '\0' : '\n';
  const lines = options.has('z')
    ? input.parts.flatMap(({ text }) => text.split('\0').filter((each) => each !== ''))
    : allLines(input);
  const compareKeys = (one: string, other: string): number => {
    for (const key of keys) {
      const difference = compareIn(
        key.ordering,
        textOfKey(one, key, separator),
        textOfKey(other, key, separator),
      );
      if (difference !== 0) return key.reversed ? -difference : difference;
    }
    return 0;
  };
  const whole = options.has('s') || options.has('u');
  const last = options.has('r') ? -1 : 1;
  const compare = (one: string, other: string): number =>
    compareKeys(one, other) || (whole ? 0 : last * byText(one, other));
  if (options.has('c') || options.has('C'))
    return check(call, options, lines, (one, other) =>
      options.has('u') ? compareKeys(one, other) >= 0 : compare(one, other) > 0,
    );
  let sorted = [...lines].sort(compare);
  if (options.has('u'))
    sorted = sorted.filter(
      (line, index) => index === 0 || compareKeys(sorted[index - 1] ?? '', line) !== 0,
    );
  const text = sorted.map((line) => line + end).join('');
  const file = options.value('o');
  if (file === undefined) {
    call.out(text);
    return { kind: 'exit', code: 0 };
  }
  const reason = writeText(call, file, text);
  return reason === null
    ? { kind: 'exit', code: 0 }
    : fail(
        call,
        isBusybox(call) ? `can't open '${file}': ${reason}` : `open failed: ${file}: ${reason}`,
        2,
      );
};

function cannotRead(call: ProgramCall, name: string): boolean {
  return name !== '-' && unreadable(call, name) !== null;
}

/** `-t '\0'` is the byte. */
function separatorOf(given: string | undefined): string | null {
  return given === undefined ? null : given === '\\0' ? '\0' : given;
}

function badSeparator(call: ProgramCall, given: string): ProgramOutcome {
  if (isBusybox(call)) return fail(call, 'bad -t parameter', 2);
  return fail(call, given === '' ? 'empty tab' : `multi-character tab ${quoted(call, given)}`, 2);
}

/** The keys in the order in which they decide; the whole line where none is given. */
function keysOf(call: ProgramCall, options: Options): readonly Key[] | ProgramOutcome {
  const nonce = `sort/${call.host.containerId}/${call.host.now}/${call.pid}`;
  const letters = ORDERINGS.filter((letter) => options.has(letter)).join('');
  const word = options.value('+');
  if (word !== undefined && WORDS[word] === undefined)
    return fail(call, `invalid argument ${quoted(call, word)} for '--sort'${tryHelp(call)}`, 2);
  const global: Ordering = { letters: letters + (WORDS[word ?? ''] ?? ''), nonce };
  const reversed = options.has('r');
  const keys: Key[] = [];
  for (const spec of options.values('k')) {
    const key = readKey(spec, global, reversed);
    if (typeof key === 'string')
      return fail(
        call,
        isBusybox(call) ? `bad field specification: ${spec}` : `${key}${quoted(call, spec)}`,
        2,
      );
    keys.push(key);
  }
  const skips = letters.includes('b');
  return keys.length > 0
    ? keys
    : [{ from: { field: 0, letter: 0, skips }, to: null, ordering: global, reversed }];
}

/** `2`, `2,2`, `1.3,1.5n`, `2nr`: a key with letters of its own does without those of the call. A text is what is wrong, in front of the key. */
function readKey(spec: string, global: Ordering, reversed: boolean): Key | string {
  const [first = '', second] = spec.split(',');
  const from = POSITION.exec(first);
  const to = second === undefined ? null : POSITION.exec(second);
  if (from === null)
    return /^\d/.test(first)
      ? 'stray character in field spec: invalid field specification '
      : 'invalid number at field start: invalid count at start of ';
  if (second !== undefined && to === null)
    return "invalid number after ',': invalid count at start of ";
  if (Number(from[1]) === 0 || to?.[1] === '0')
    return 'field number is zero: invalid field specification ';
  if (from[2] !== undefined && Number(from[2]) === 0)
    return 'character offset is zero: invalid field specification ';
  const own = (from[3] ?? '') + (to?.[3] ?? '');
  const letters = own === '' ? global.letters : own.replace('r', '');
  const skips = (of: string | undefined): boolean =>
    own === '' ? global.letters.includes('b') : (of ?? '').includes('b');
  return {
    from: { field: Number(from[1]) - 1, letter: Number(from[2] ?? 1) - 1, skips: skips(from[3]) },
    to:
      to === null
        ? null
        : { field: Number(to[1]) - 1, letter: Number(to[2] ?? 0), skips: skips(to[3]) },
    ordering: { ...global, letters },
    reversed: own === '' ? reversed : own.includes('r'),
  };
}

/** `-c`: tells the first line that stands wrong, `-C` does not. */
function check(
  call: ProgramCall,
  options: Options,
  lines: readonly string[],
  isWrong: (one: string, other: string) => boolean,
): ProgramOutcome {
  const at = lines.findIndex((line, index) => index > 0 && isWrong(lines[index - 1] ?? '', line));
  if (at < 0) return { kind: 'exit', code: 0 };
  if (options.has('c') && !options.has('C')) {
    const name = options.operands[0] ?? '-';
    if (isBusybox(call)) call.error(`Check line ${at}\n`);
    else complain(call, `${name}:${at + 1}: disorder: ${lines[at] ?? ''}`);
  }
  return { kind: 'exit', code: 1 };
}
