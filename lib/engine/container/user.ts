import { refuse } from '../errors';
import type { FileEntry } from '../filesystem';
import type { Turn } from '../turn';
import { rootFiles } from './container-files';

export interface User {
  /** As the process knows itself: a name, or `uid:gid`. */
  readonly name: string;
  readonly home: string;
}

type Accounts = readonly (readonly string[])[];
const accounts = new WeakMap<FileEntry, Accounts>();

/** The lines of an account file, cut at the colons; read once a file. */
function accountsIn(entry: FileEntry | null): Accounts {
  if (entry?.kind !== 'text') return [];
  const known = accounts.get(entry);
  if (known) return known;
  const lines = entry.text.split('\n').map((line) => line.split(':'));
  accounts.set(entry, lines);
  return lines;
}

/** Resolves `-u`: a name, a number, or either with a group (moby/sys/user GetExecUser). Numbers need no entry. */
export function findUser(turn: Turn, containerId: string, wanted: string): User {
  const lines = accountsIn(rootFiles(turn, containerId).get('/etc/passwd'));
  const [user = '', group] = wanted.split(':');
  const key = user === '' ? '0' : user;
  const fields = lines.find(([name, , uid]) => name === key || uid === key);
  if (!fields && !/^\d+$/.test(key))
    refuse('invalid-parameter', `unable to find user ${user}: no matching entries in passwd file`);
  const name = fields?.[0] ?? key;
  return {
    name: group === undefined ? name : `${key}:${group}`,
    home: fields?.[5] || (key === '0' ? '/root' : '/'),
  };
}
