import { own } from '../../../kernel/own';
import type { ProgramCall, ProgramOutcome } from '../program';
import { refusedByGnu, withLetters } from './gnu-options';
import { wrongOption, type Letters } from './getopt';
import { isBusybox, selfName } from './options';
import { versionText } from './version';

/** The programs that take their options apart before anything else, so that one they do not know is refused (busybox libbb/getopt32.c). */
const STRICT: ReadonlySet<string> = new Set(
  'awk base64 cat cp cut date df diff du expand free grep gunzip gzip head hostname id ln ls md5sum mkdir mkdir mktemp mv netstat nproc ping ps readlink rm rmdir sed sha1sum sha256sum sha512sum shuf sort stat su tail tee touch tr truncate uname unexpand uniq uptime wc wget which whoami xxd'.split(
    ' ',
  ),
);
/** Of these the usage tells all long options that there are. */
const TELLS_LONG: ReadonlySet<string> = new Set(
  'awk cat cut df du free grep head id ls ps sort tail tr uname uniq wc'.split(' '),
);

/** Options that are taken and not told, `:` behind those with a value (busybox coreutils/cp.c, ls.c, mkdir.c, mv.c, rm.c and rmdir.c, editors/diff.c, networking/wget.c, procps/ps.c). */
const UNTOLD: Readonly<Record<string, string>> = {
  cp: 'v',
  diff: 'upE',
  ls: 'gQ',
  mkdir: 'v',
  mv: 'v',
  ps: 'Aadefl',
  rm: 'v',
  rmdir: 'v',
  wget: 'T:t:n',
};

/** The two of busybox's that tell a version (editors/sed.c, archival/tar.c), given busybox's own. */
const VERSIONS: Readonly<Record<string, (version: string) => string>> = {
  sed: () => 'This is not GNU sed version 4.0\n',
  tar: (version) => `tar (busybox) ${/[\d.]+/.exec(version)?.[0] ?? ''}\n`,
};

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

/** Reads a program's options before it does: `--help` (busybox's), `--version` (GNU's) and one that it does not know are answered here, else the program runs with this call. */
export function readOptions(call: ProgramCall): ProgramOutcome | ProgramCall {
  const name = selfName(call);
  if (call.argv[1] === '--version' && (name === 'bash' || !isBusybox(call))) {
    const text = versionText(call, name);
    if (text !== null) {
      call.out(text);
      return { kind: 'exit', code: 0 };
    }
  }
  if (isBusybox(call)) return refusedByBusybox(call, name) ?? call;
  return refusedByGnu(call, name) ?? { ...call, argv: withLetters(call.argv, name) };
}

function refusedByBusybox(call: ProgramCall, name: string): ProgramOutcome | null {
  const usage = own(call.host.machine.busybox.usages, name);
  if (usage === undefined) return null;
  if (call.argv.length === 2 && call.argv[1] === '--help') {
    tellUsage(call);
    return { kind: 'exit', code: 0 };
  }
  const told = call.argv[1] === '--version' ? own(VERSIONS, name) : undefined;
  if (told !== undefined) {
    call.out(told(call.host.machine.busybox.version));
    return { kind: 'exit', code: 0 };
  }
  const wrong = STRICT.has(name) ? wrongOfBusybox(name, call.argv, usage) : null;
  if (wrong === null) return null;
  call.error(`${name}: ${wrong}\n${page(call, usage)}`);
  return { kind: 'exit', code: name === 'grep' || name === 'sort' ? 2 : 1 };
}

function wrongOfBusybox(name: string, argv: readonly string[], usage: string): string | null {
  const { all, valued } = lettersOf(usage);
  const untold = own(UNTOLD, name) ?? '';
  const withValue = [...untold.matchAll(/(.):/g)].map(([, letter]) => letter).join('');
  const letters = { all: all + untold.replaceAll(':', ''), valued: valued + withValue };
  return wrongOption(argv, letters, (word) => {
    const long = /^--[^=]*/.exec(word)?.[0] ?? '';
    const isKnown = !TELLS_LONG.has(name) || usage.includes(long);
    return { wrong: isKnown ? null : `unrecognized option '${long}'`, takes: 0 };
  });
}

/** Too few words: busybox shows its usage, GNU says what is missing. */
export function missingOperand(call: ProgramCall): ProgramOutcome {
  const name = selfName(call);
  if (isBusybox(call)) tellUsage(call);
  else call.error(`${name}: missing operand\nTry '${name} --help' for more information.\n`);
  return { kind: 'exit', code: 1 };
}
