import { own } from '../../kernel/own';
import { refuse } from '../errors';
import { psColumns, type PsColumn } from './ps-columns';

/* The layouts of procps 4.0.2 (ps/parser.c, ps/sortformat.c), as the machine of the engine has it. */

const list = (text: string): readonly string[] => text.split(' ');
const SHORT = list('pid tname time comm_cmd');
const FULL = list('uname_uid pid ppid c stime tname time cmd');
const EXTRA = list('uname_uid pid ppid c sz rss psr stime tname time cmd');
const LONG = list('f s uid pid ppid c opri ni addr sz wchan tname time comm_cmd');
const LONG_Y = list('s uid pid ppid c opri ni rss sz wchan tname time comm_cmd');
const JOBS = list('pid pgid sid tname time comm_cmd');

/** What one letter of the old Berkeley options asks for. */
const berkeley: Readonly<Record<string, readonly string[]>> = {
  u: list('user pid %cpu %mem vsz rss tname stat bsdstart bsdtime command'),
  l: list('f uid pid ppid pri ni vsz rss wchan stat tname bsdtime command'),
  j: list('ppid pid pgid sid tname tpgid stat uid bsdtime command'),
  v: list('pid tname stat bsdtime majflt trs drs rss %mem command'),
  s: list('uid pid pending blocked ignored caught stat tname bsdtime command'),
};
const BERKELEY = list('pid tname stat bsdtime command');
const WITH_VALUE = 'CGOopqstUugk';

/** What `ps` prints: its columns, and whether children hang below their parents. */
interface PsLayout {
  readonly columns: readonly PsColumn[];
  readonly forest: boolean;
}

/** The layout that `ps` prints with some arguments, `-ef` or `aux` or `-o pid,comm`; refused in its own words. */
export function psLayout(args: string): PsLayout {
  const words = args.split(' ').filter((word) => word !== '');
  const names: string[] = [];
  let plain: readonly string[] | null = null;
  let old: readonly string[] | null = null;
  let isBerkeley = false;
  let forest = false;
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (word.startsWith('--')) {
      const [, name = '', value] = /^--([^=]*)(?:=(.*))?$/.exec(word) ?? [];
      if (name === 'forest') forest = true;
      else if (name === 'format') names.push(...specifiers(value ?? words.shift() ?? ''));
      else if (
        !/^(?:pid|ppid|sort|cols|columns|width|rows|lines|user|group|tty|sid|quick-pid|deselect|headers?|no-headers?|cumulative|context)$/.test(
          name,
        )
      )
        complain('unknown gnu long option');
      continue;
    }
    const dashed = word.startsWith('-');
    const letters = dashed ? word.slice(1) : word;
    for (let at = 0; at < letters.length; at++) {
      const letter = letters[at] ?? '';
      if (
        !(dashed ? /[AacdeFfgGHjLlMmNnoOpqstTuUVwyZCP]/ : /[acefghjklmnoOprsStTUuvwxXZHLV]/).test(
          letter,
        )
      )
        complain(dashed ? 'unsupported SysV option' : 'unsupported option (BSD syntax)');
      if (letter === 'o' || letter === 'O') {
        names.push(...specifiers(letters.slice(at + 1) || (words.shift() ?? '')));
        break;
      }
      if (dashed) {
        if (WITH_VALUE.includes(letter)) {
          if (at === letters.length - 1) words.shift();
          break;
        }
        if (letter === 'F') plain = EXTRA;
        else if (letter === 'f') plain = FULL;
        else if (letter === 'l') plain = letters.includes('y') ? LONG_Y : LONG;
        else if (letter === 'j') plain = JOBS;
        else if (letter === 'H') forest = true;
      } else {
        isBerkeley = true;
        if (letter === 'f') forest = true;
        old = berkeley[letter] ?? old;
      }
    }
  }
  if (names.length > 0 && old) complain('conflicting format options');
  const chosen = names.length > 0 ? names : (old ?? plain ?? (isBerkeley ? BERKELEY : SHORT));
  return { columns: chosen.map(columnOf), forest };
}

/** The words behind `-o`; `args=NAME` gives a title of its own. */
function specifiers(text: string): readonly string[] {
  const equals = text.indexOf('=');
  const before = equals < 0 ? text : text.slice(0, text.lastIndexOf(',', equals) + 1);
  return [...before.split(','), text.slice(before.length)].filter((word) => word !== '');
}

function columnOf(name: string): PsColumn {
  const [word = '', title] = name.split('=');
  const known = own(psColumns, word);
  if (!known) return complain(`unknown user-defined format specifier "${word}"`);
  return title === undefined ? known : { ...known, title };
}

/** The first line of what `ps` complains is what the engine tells (moby daemon/top_unix.go). */
function complain(text: string): never {
  return refuse('internal', `ps: error: ${text}`);
}
