import { own } from '../../../kernel/own';
import { modeOf, sizeOfEntry } from '../../files/attributes';
import { nameOf } from '../../files/path';
import { matchesPattern } from '../../shell/pattern';
import type { FileEntry } from '../../filesystem';
import { groupName, userName } from '../account';
import type { ProgramCall } from '../program';
import { absolute } from './paths';

/** A file that `find` came to, and how it tells of it. */
export interface Place {
  readonly path: string;
  readonly shown: string;
  readonly entry: FileEntry;
}

export type Test = (place: Place) => boolean;
export const TYPES: Readonly<Record<string, readonly FileEntry['kind'][]>> = {
  f: ['text', 'zeros', 'program'],
  d: ['directory'],
  l: ['link'],
  c: ['device'],
};
/** The tests that take a word behind them. */
export const VALUED: ReadonlySet<string> = new Set(
  '-name -iname -path -ipath -type -user -group -size -perm -newer -mtime -mmin'.split(' '),
);

/** `+5`, `-5` or `5`: more than, less than or just so many. */
function counts(value: string): (number: number) => boolean {
  const wanted = Number.parseInt(value.replace(/^[-+]/, ''), 10);
  if (value.startsWith('-')) return (number) => number < wanted;
  if (value.startsWith('+')) return (number) => number > wanted;
  return (number) => number === wanted;
}

/** The bits of a mode just so, all of them (`-644`) or any (`/644`, busybox's `+644`). */
function hasMode(value: string): (mode: number) => boolean {
  const bits = Number.parseInt(value.replace(/^[-/+]/, ''), 8);
  if (value.startsWith('-')) return (mode) => (mode & bits) === bits;
  if (/^[/+]/.test(value)) return (mode) => bits === 0 || (mode & bits) !== 0;
  return (mode) => mode === bits;
}

const BYTES: Readonly<Record<string, number>> = {
  c: 1,
  k: 1024,
  M: 1_048_576,
  G: 1_073_741_824,
};

/** One test of `find`; null when there is none of that name. */
export function testOf(call: ProgramCall, word: string, value: string): Test | null {
  const { files } = call.host;
  switch (word) {
    case '-name':
      return ({ shown }) => matchesPattern(nameOf(shown) || '/', value);
    case '-iname':
      return ({ shown }) => matchesPattern(nameOf(shown).toLowerCase(), value.toLowerCase());
    case '-path':
      return ({ shown }) => matchesPattern(shown, value);
    case '-ipath':
      return ({ shown }) => matchesPattern(shown.toLowerCase(), value.toLowerCase());
    case '-type':
      return ({ entry }) => (own(TYPES, value) ?? []).includes(entry.kind);
    case '-user':
      return ({ entry }) =>
        userName(files, entry.uid ?? 0) === value || String(entry.uid ?? 0) === value;
    case '-group':
      return ({ entry }) =>
        groupName(files, entry.gid ?? 0) === value || String(entry.gid ?? 0) === value;
    case '-perm': {
      const has = hasMode(value);
      return ({ entry, path }) => has(modeOf(entry, path));
    }
    case '-executable':
      return ({ entry, path }) => (modeOf(entry, path) & 0o111) !== 0;
    case '-true':
      return () => true;
    case '-false':
      return () => false;
    case '-empty':
      return ({ entry, path }) =>
        entry.kind === 'directory' ? files.list(path).length === 0 : sizeOfEntry(entry) === 0;
    case '-newer': {
      const other = files.get(absolute(call, value));
      const since = other ? files.changedAt(absolute(call, value), other) : Infinity;
      return ({ entry, path }) => files.changedAt(path, entry) > since;
    }
    case '-mtime':
    case '-mmin': {
      const isAge = counts(value);
      const unit = word === '-mtime' ? 86_400_000 : 60_000;
      return ({ entry, path }) =>
        isAge(Math.floor((call.host.now - files.changedAt(path, entry)) / unit));
    }
    case '-size': {
      const isSize = counts(value);
      const unit = own(BYTES, value.at(-1) ?? '') ?? 512;
      return ({ entry }) => isSize(Math.ceil(sizeOfEntry(entry) / unit));
    }
    default:
      return null;
  }
}
