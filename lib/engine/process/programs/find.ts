import { own } from '../../../kernel/own';
import { modeOf, sizeOfEntry } from '../../files/attributes';
import { join, nameOf } from '../../files/path';
import { matchesPattern } from '../../shell/pattern';
import type { FileEntry } from '../../filesystem';
import { userName } from '../account';
import type { Program, ProgramCall } from '../program';
import { complain, fail, isBusybox, quoted } from './options';
import { absolute, linkOrEntry } from './paths';

interface Place {
  readonly path: string;
  readonly shown: string;
  readonly entry: FileEntry;
}

type Test = (place: Place) => boolean;
const TYPES: Readonly<Record<string, readonly FileEntry['kind'][]>> = {
  f: ['text', 'zeros', 'program'],
  d: ['directory'],
  l: ['link'],
  c: ['device'],
};
const VALUED = [
  '-name',
  '-iname',
  '-path',
  '-type',
  '-maxdepth',
  '-mindepth',
  '-user',
  '-size',
  '-perm',
  '-newer',
  '-mtime',
];

/** One test of `find`; null when there is none of that name. */
function testOf(call: ProgramCall, word: string, value: string): Test | null {
  const { files } = call.host;
  switch (word) {
    case '-name':
      return ({ shown }) => matchesPattern(nameOf(shown) || '/', value);
    case '-iname':
      return ({ shown }) => matchesPattern(nameOf(shown).toLowerCase(), value.toLowerCase());
    case '-path':
      return ({ shown }) => matchesPattern(shown, value);
    case '-type':
      return ({ entry }) => (own(TYPES, value) ?? []).includes(entry.kind);
    case '-user':
      return ({ entry }) =>
        userName(files, entry.uid ?? 0) === value || String(entry.uid ?? 0) === value;
    case '-perm':
      return ({ entry, path }) =>
        modeOf(entry, path) === Number.parseInt(value.replace(/^[-/]/, ''), 8);
    case '-empty':
      return ({ entry, path }) =>
        entry.kind === 'directory' ? files.list(path).length === 0 : sizeOfEntry(entry) === 0;
    case '-newer': {
      const other = files.get(absolute(call, value));
      const since = other ? files.changedAt(absolute(call, value), other) : Infinity;
      return ({ entry, path }) => files.changedAt(path, entry) > since;
    }
    case '-mtime': {
      const days = Number.parseInt(value.replace(/^[-+]/, ''), 10);
      return ({ entry, path }) => {
        const age = Math.floor((call.host.now - files.changedAt(path, entry)) / 86_400_000);
        return value.startsWith('-')
          ? age < days
          : value.startsWith('+')
            ? age > days
            : age === days;
      };
    }
    case '-size': {
      const units: Readonly<Record<string, number>> = {
        c: 1,
        k: 1024,
        M: 1_048_576,
        G: 1_073_741_824,
      };
      const unit = units[value.at(-1) ?? ''] ?? 512;
      const wanted = Number.parseInt(value.replace(/^[-+]/, ''), 10);
      return ({ entry }) => {
        const size = Math.ceil(sizeOfEntry(entry) / unit);
        return value.startsWith('-')
          ? size < wanted
          : value.startsWith('+')
            ? size > wanted
            : size === wanted;
      };
    }
    default:
      return null;
  }
}

/** `find [PATH…] [-name P] [-type T] [-maxdepth N] … [-print | -delete | -exec CMD {} ;]` */
export const find: Program = (call) => {
  const args = call.argv.slice(1);
  const first = args.findIndex((arg) => arg.startsWith('-') || arg === '!' || arg === '(');
  const paths = first < 0 ? args : args.slice(0, first);
  const tests: Test[] = [];
  let least = 0;
  let most = Infinity;
  let negated = false;
  let removes = false;
  let command: readonly string[] | null = null;
  for (let i = first < 0 ? args.length : first; i < args.length; i++) {
    const word = args[i] ?? '';
    if (word === '!' || word === '-not') negated = true;
    else if (
      word === '-print' ||
      word === '-o' ||
      word === '-a' ||
      word === '(' ||
      word === ')' ||
      word === '-xdev'
    )
      continue;
    else if (word === '-delete') removes = true;
    else if (word === '-exec') {
      const end = args.findIndex((arg, at) => at > i && (arg === ';' || arg === '+'));
      command = args.slice(i + 1, end < 0 ? undefined : end);
      i = end < 0 ? args.length : end;
    } else {
      const value = VALUED.includes(word) ? (args[++i] ?? '') : '';
      if (word === '-maxdepth') most = Number(value);
      else if (word === '-mindepth') least = Number(value);
      else {
        const test = testOf(call, word, value);
        if (!test)
          return fail(
            call,
            isBusybox(call) ? `unrecognized: ${word}` : `unknown predicate \`${word}'`,
          );
        tests.push(negated ? (place) => !test(place) : test);
        negated = false;
      }
    }
  }
  let failed = false;
  const found: Place[] = [];
  const walk = (place: Place, depth: number): void => {
    if (depth >= least && tests.every((test) => test(place))) found.push(place);
    if (place.entry.kind !== 'directory' || depth >= most) return;
    for (const name of call.host.files.list(place.path)) {
      const path = join(place.path, name);
      const entry = call.host.files.at(path);
      if (entry) walk({ path, shown: join(place.shown, name), entry }, depth + 1);
    }
  };
  for (const path of paths.length > 0 ? paths : ['.']) {
    const entry = linkOrEntry(call, path);
    if (entry) walk({ path: absolute(call, path), shown: path, entry }, 0);
    else {
      complain(
        call,
        isBusybox(call)
          ? `${path}: No such file or directory`
          : `${quoted(call, path)}: No such file or directory`,
      );
      failed = true;
    }
  }
  for (const { shown, path } of removes ? found.reverse() : found) {
    if (removes) call.host.files.remove(path);
    else if (command) call.run(command.map((word) => word.replaceAll('{}', shown)));
    else call.out(`${shown}\n`);
  }
  return { kind: 'exit', code: failed ? 1 : 0 };
};
