import { refuse } from '../errors';
import type { Turn } from '../turn';
import { rootFiles } from './root-files';

export interface User {
  /** As the process knows itself: a name, or `uid:gid`. */
  readonly name: string;
  readonly home: string;
}

/** Resolves `-u`: a name, a number, or either with a group (moby/sys/user GetExecUser). Numbers need no entry. */
export function findUser(turn: Turn, containerId: string, wanted: string): User {
  const entry = rootFiles(turn, containerId).get('/etc/passwd');
  const lines = entry?.kind === 'text' ? entry.text.split('\n').map((line) => line.split(':')) : [];
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
