import { own } from '../../../kernel/own';
import { matchesPattern } from '../../shell/pattern';
import { dateText } from './date-text';
import type { ProgramCall } from '../program';
import { lastOf } from './ask';
import { decimalBytes, humanBytes } from './sizes';
import { isBusybox, optionsOf, tryHelp } from './options';
import { timeText } from './stat';

/** By what names are put in order. */
type Sorting = 'name' | 'time' | 'size' | 'extension' | 'version' | 'none';

/** How `ls` was asked to list. */
export interface Manner {
  readonly operands: readonly string[];
  readonly format: 'lines' | 'long' | 'columns' | 'across' | 'commas';
  /** Which columns a long line has: `-g` is without the owner, `-o` and `-G` without the group. */
  readonly owner: boolean;
  readonly group: boolean;
  readonly numeric: boolean;
  readonly sizes: (bytes: number) => string | null;
  readonly inodes: boolean;
  readonly blocks: boolean;
  readonly mark: 'none' | 'folders' | 'kinds';
  readonly name: (name: string) => string;
  readonly end: string;
  readonly sorting: Sorting;
  readonly reversed: boolean;
  readonly foldersFirst: boolean;
  readonly recursive: boolean;
  readonly folderItself: boolean;
  readonly follows: boolean;
  readonly dots: boolean;
  readonly shows: (name: string) => boolean;
  /** How a time is written; null: as a long listing does by itself. */
  readonly time: ((at: number) => string) | null;
  readonly width: number;
}

/** Long options without a letter, by a sign that is none of `ls`. */
const LONG = {
  'file-type': '?',
  format: '3',
  'full-time': '0',
  'group-directories-first': '4',
  hide: '5',
  'indicator-style': '6',
  si: '7',
  sort: '8',
  'time-style': '9',
  zero: '!',
};

const FORMATS: Readonly<Record<string, Manner['format']>> = {
  l: 'long',
  C: 'columns',
  x: 'across',
  m: 'commas',
  long: 'long',
  verbose: 'long',
  vertical: 'columns',
  across: 'across',
  horizontal: 'across',
  commas: 'commas',
  'single-column': 'lines',
};
const SORTINGS: Readonly<Record<string, Sorting>> = {
  t: 'time',
  S: 'size',
  X: 'extension',
  v: 'version',
  U: 'none',
  f: 'none',
  time: 'time',
  size: 'size',
  extension: 'extension',
  version: 'version',
  none: 'none',
  name: 'name',
};

/** The word that an option was given; a text that is none of `words` is refused. */
function wordOf<T>(
  given: string | undefined,
  words: Readonly<Record<string, T>>,
  option: string,
): { readonly value: T | undefined } | { readonly wrong: string } {
  if (given === undefined) return { value: undefined };
  const value = own(words, given);
  return value === undefined ? { wrong: `'${given}' for '${option}'` } : { value };
}

/** Reads how `ls` is to list; a text is what is wrong with how it was called. */
export function mannerOf(call: ProgramCall): Manner | string {
  const options = optionsOf(call, 'IwT35689', LONG);
  const busybox = isBusybox(call);
  const format = wordOf(options.value('3'), FORMATS, '--format');
  const sort = wordOf(options.value('8'), SORTINGS, '--sort');
  for (const each of [format, sort])
    if ('wrong' in each) return `invalid argument ${each.wrong}${tryHelp(call)}`;
  const isLong = ['l', 'n', 'g', 'o', '0'].some(options.has);
  const given = FORMATS[lastOf(call, 'Cxm1')] ?? ('value' in format ? format.value : undefined);
  const byItself = call.toScreen && !options.has('1') ? 'columns' : 'lines';
  const hidden = [...options.values('I'), ...(options.has('B') ? ['*~'] : [])];
  const all = options.has('a') || options.has('f');
  const unlessAll = all || options.has('A') ? [] : ['.*', ...options.values('5')];
  const human = options.has('h');
  return {
    operands: options.operands,
    format: isLong ? 'long' : (given ?? byItself),
    owner: busybox || !options.has('g'),
    group: busybox ? !options.has('g') : !options.has('o') && !options.has('G'),
    numeric: options.has('n'),
    sizes: (bytes) =>
      human ? humanBytes(bytes, busybox) : options.has('7') ? decimalBytes(bytes) : null,
    inodes: options.has('i'),
    blocks: options.has('s'),
    mark:
      options.has('F') || options.has('?') || options.value('6') === 'classify'
        ? 'kinds'
        : options.has('p') || options.value('6') === 'slash'
          ? 'folders'
          : 'none',
    name: options.has('Q') ? (name) => JSON.stringify(name) : (name) => name,
    end: options.has('!') ? '\0' : '\n',
    sorting:
      ('value' in sort ? sort.value : undefined) ?? SORTINGS[lastOf(call, 'tSXvUf')] ?? 'name',
    reversed: options.has('r'),
    foldersFirst: options.has('4'),
    recursive: options.has('R'),
    folderItself: options.has('d'),
    follows: options.has('L'),
    dots: all,
    shows: (name) => ![...hidden, ...unlessAll].some((pattern) => matchesPattern(name, pattern)),
    time: timeStyle(
      options.has('0') ? (busybox ? '+%F %T +0000' : 'full-iso') : options.value('9'),
    ),
    width: Number(options.value('w') ?? 80) || Infinity,
  };
}

function timeStyle(style: string | undefined): Manner['time'] {
  if (style === undefined || style === 'locale') return null;
  if (style.startsWith('+')) return (at) => dateText(at, style.slice(1));
  if (style === 'full-iso') return timeText;
  return (at) => dateText(at, style === 'long-iso' ? '%F %R' : '%F ');
}
