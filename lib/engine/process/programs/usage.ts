import { own } from '../../../kernel/own';
import type { ProgramCall, ProgramOutcome } from '../program';
import { GNU_LETTERS } from './gnu-letters';
import { isBusybox, selfName } from './options';

/** The programs that take their options apart before anything else, so that one they do not know is refused (busybox libbb/getopt32.c). */
const STRICT: ReadonlySet<string> = new Set(
  'base64 cat cp cut date df diff du expand free grep gunzip gzip head hostname id ln ls md5sum mkdir mkdir mktemp mv netstat nproc ping ps readlink rm rmdir sed sha1sum sha256sum sha512sum shuf sort stat su tail tee touch tr truncate uname unexpand uniq uptime wc wget which whoami xxd'.split(
    ' ',
  ),
);
/** Of these the usage tells all long options that there are. */
const TELLS_LONG: ReadonlySet<string> = new Set(
  'cat cut df du free grep head id ls ps sort tail tr uname uniq wc'.split(' '),
);

/** Options that are taken and not told (busybox coreutils/cp.c and mv.c, editors/diff.c, procps/ps.c). */
const UNTOLD: Readonly<Record<string, string>> = { cp: 'v', diff: 'upE', mv: 'v', ps: 'Aadefl' };

/** Letters that a usage knows, and those of them with a value. */
interface Letters {
  readonly all: string;
  readonly valued: string;
}

const known = new Map<string, Letters>();

/** Reads the letters out of a usage: `[-lc]`, `-n N`, `[-A|B|C N]`, and the lines that explain them. */
function lettersOf(usage: string): Letters {
  const found = known.get(usage);
  if (found) return found;
  let all = '';
  let valued = '';
  for (const [, group = '', value = ''] of usage.matchAll(
    /(?:^|[\s[(,|])-([A-Za-z0-9](?:[A-Za-z0-9]*|(?:\|[A-Za-z])+))((?:\[[A-Z]+| ?[A-Z][A-Z]+| [A-Z]\b)?)/g,
  )) {
    const letters = group.replaceAll('|', '');
    all += letters;
    if (value !== '') valued += group.includes('|') ? letters : letters.slice(-1);
  }
  const letters = { all, valued };
  known.set(usage, letters);
  return letters;
}

/** What busybox says in front of a usage, and the usage. */
function page(call: ProgramCall, usage: string): string {
  return `BusyBox ${call.host.machine.busybox.version} multi-call binary.\n\nUsage: ${usage}\n`;
}

/** The usage of a program of busybox's, on stderr; nothing where none is known. */
export function tellUsage(call: ProgramCall): void {
  const name = selfName(call);
  call.error(page(call, own(call.host.machine.busybox.usages, name) ?? name));
}

/** How GNU's programs answer a letter that they do not know (gnulib getopt.c). */
function refusedByGnu(call: ProgramCall, name: string): ProgramOutcome | null {
  const letters = own(GNU_LETTERS, name);
  if (letters === undefined) return null;
  const valued = letters.replace(/.(?!:)/g, '');
  const wrong = wrongOption(call.argv, { all: letters.replaceAll(':', ''), valued }, () => true);
  if (wrong === null) return null;
  call.error(`${name}: ${wrong}\nTry '${name} --help' for more information.\n`);
  return { kind: 'exit', code: name === 'ls' || name === 'sort' ? 2 : 1 };
}

/** How `--help` (busybox's) and an option that a program does not know are answered; null where the program is to run. */
export function refusedOption(call: ProgramCall): ProgramOutcome | null {
  const name = selfName(call);
  if (!isBusybox(call)) return refusedByGnu(call, name);
  const usage = own(call.host.machine.busybox.usages, name);
  if (usage === undefined) return null;
  if (call.argv.length === 2 && call.argv[1] === '--help') {
    tellUsage(call);
    return { kind: 'exit', code: 0 };
  }
  const wrong = STRICT.has(name) ? wrongOfBusybox(name, call.argv, usage) : null;
  if (wrong === null) return null;
  call.error(`${name}: ${wrong}\n${page(call, usage)}`);
  return { kind: 'exit', code: name === 'grep' || name === 'sort' ? 2 : 1 };
}

function wrongOfBusybox(name: string, argv: readonly string[], usage: string): string | null {
  const { all, valued } = lettersOf(usage);
  const letters = { all: all + (own(UNTOLD, name) ?? ''), valued };
  return wrongOption(argv, letters, (long) => !TELLS_LONG.has(name) || usage.includes(long));
}

/** What getopt says of the first option that is none, or that lacks its value. */
function wrongOption(
  argv: readonly string[],
  { all, valued }: Letters,
  knowsLong: (long: string) => boolean,
): string | null {
  for (let i = 1; i < argv.length; i++) {
    const word = argv[i] ?? '';
    if (word === '--') return null;
    if (word.startsWith('--')) {
      const long = /^--[^=]*/.exec(word)?.[0] ?? '';
      if (!knowsLong(long)) return `unrecognized option '${long}'`;
      continue;
    }
    if (!word.startsWith('-') || word === '-' || /^-\d+$/.test(word)) continue;
    for (let at = 1; at < word.length; at++) {
      const letter = word[at] ?? '';
      if (!all.includes(letter)) return `invalid option -- '${letter}'`;
      if (!valued.includes(letter)) continue;
      if (at + 1 === word.length && ++i >= argv.length)
        return `option requires an argument -- '${letter}'`;
      break;
    }
  }
  return null;
}

/** Too few words: busybox shows its usage, GNU says what is missing. */
export function missingOperand(call: ProgramCall): ProgramOutcome {
  const name = selfName(call);
  if (isBusybox(call)) tellUsage(call);
  else call.error(`${name}: missing operand\nTry '${name} --help' for more information.\n`);
  return { kind: 'exit', code: 1 };
}
