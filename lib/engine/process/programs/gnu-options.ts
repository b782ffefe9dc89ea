import { own } from '../../../kernel/own';
import type { ProgramCall, ProgramOutcome } from '../program';
import { wrongOption, type LongOption } from './getopt';
import { GNU_LETTERS } from './gnu-letters';
import { GNU_LONG } from './gnu-long';

interface Option {
  readonly name: string;
  /** The letter that means the same; `''` where there is none. */
  readonly letter: string;
  readonly value: 'none' | 'needed' | 'possible';
}

const tables = new Map<string, readonly Option[]>();

/** The long options of a program; none where they are not known. */
function longOf(program: string): readonly Option[] {
  const known = tables.get(program);
  if (known) return known;
  const words = own(GNU_LONG, program)?.split(' ') ?? [];
  const options = words.map((word): Option => {
    const [, name = '', letter = '', mark = ''] = /^([^:=?]+)(?::(.))?([=?]?)$/.exec(word) ?? [];
    return { name, letter, value: mark === '' ? 'none' : mark === '=' ? 'needed' : 'possible' };
  });
  tables.set(program, options);
  return options;
}

/** Programs that end with 2 when they were called wrongly. */
const TWO = new Set(['cmp', 'diff', 'grep', 'ls', 'sort']);

/** What GNU's programs answer to an option that they do not know (gnulib getopt.c); null where all are known. */
export function refusedByGnu(call: ProgramCall, name: string): ProgramOutcome | null {
  const long = longOf(name);
  const letters = own(GNU_LETTERS, name);
  if (long.length === 0 && letters === undefined) return null;
  const wrong = wrongOption(
    call.argv,
    letters === undefined
      ? null
      : { all: letters.replaceAll(':', ''), valued: letters.replace(/.(?!:)/g, '') },
    (word) => (long.length === 0 ? { wrong: null, takes: 0 } : readLong(word, long)),
  );
  if (wrong === null) return null;
  call.error(`${name}: ${wrong}\n${help(name)}`);
  return { kind: 'exit', code: TWO.has(name) ? 2 : 1 };
}

function help(name: string): string {
  const line = `Try '${name} --help' for more information.\n`;
  if (name === 'grep') return `Usage: grep [OPTION]... PATTERNS [FILE]...\n${line}`;
  return name === 'cmp' || name === 'diff' ? `${name}: ${line}` : line;
}

/** A long option with the options that it may mean: it may be cut short as long as one only begins like that. */
function meant(word: string, long: readonly Option[]): readonly Option[] {
  const given = /^--([^=]*)/.exec(word)?.[1] ?? '';
  const exact = long.find(({ name }) => name === given);
  return exact ? [exact] : long.filter(({ name }) => name.startsWith(given));
}

function readLong(word: string, long: readonly Option[]): LongOption {
  const options = meant(word, long);
  const [option] = options;
  if (option === undefined) return wrongly(`unrecognized option '${word}'`);
  if (options.length > 1) {
    const names = options.map(({ name }) => `'--${name}'`).join(' ');
    return wrongly(`option '${word}' is ambiguous; possibilities: ${names}`);
  }
  if (word.includes('=') && option.value === 'none')
    return wrongly(`option '--${option.name}' doesn't allow an argument`);
  return { wrong: null, takes: !word.includes('=') && option.value === 'needed' ? 1 : 0 };
}

function wrongly(wrong: string): LongOption {
  return { wrong, takes: 0 };
}

/** Whether a word is the value of the short option in front of it: `grep -e --count`. */
function isValue(before: string | undefined, letters: string | undefined): boolean {
  return (
    before !== undefined &&
    /^-[^-]/.test(before) &&
    (letters ?? '').includes(`${before.slice(-1)}:`)
  );
}

/** The words of a call in which the letter stands for every long option that has one: `sort --key=2` is `sort -k 2`. */
export function withLetters(argv: readonly string[], name: string): readonly string[] {
  const long = longOf(name);
  if (long.length === 0) return argv;
  const letters = own(GNU_LETTERS, name);
  const end = argv.indexOf('--');
  return argv.flatMap((word, index) => {
    if (!word.startsWith('--') || (end >= 0 && index >= end) || isValue(argv[index - 1], letters))
      return [word];
    const [option] = meant(word, long);
    if (option === undefined || option.letter === '') return [word];
    const equals = word.indexOf('=');
    return equals < 0 ? [`-${option.letter}`] : [`-${option.letter}`, word.slice(equals + 1)];
  });
}
