import { refuse } from '../errors';
import type { FileEntry } from '../filesystem';
import type { RootFiles } from '../files/root-files';
import { accountOf, groupId, userId } from '../process/account';

export interface User {
  /** As the process knows itself: a name, or `uid:gid`. */
  readonly name: string;
  readonly home: string;
}

/** Users by the account file that tells of them; those with a group of their own are read anew. */
const users = new WeakMap<FileEntry, Map<string, User>>();
const MOST_USERS = 500;

/** As `readUser`, remembered by the container's account file, which containers of an image share. */
export function findUser(files: RootFiles, wanted: string): User {
  const accounts = files.get('/etc/passwd');
  if (accounts === null || wanted.includes(':')) return readUser(files, wanted);
  let known = users.get(accounts);
  if (known === undefined) users.set(accounts, (known = new Map<string, User>()));
  let user = known.get(wanted);
  if (user !== undefined) return user;
  user = readUser(files, wanted);
  if (known.size >= MOST_USERS) known.clear();
  known.set(wanted, user);
  return user;
}

/** Refuses groups of `--group-add` that the container does not know; numbers need no entry (moby daemon/oci_linux.go getUser). */
export function checkGroups(files: RootFiles, groups: readonly string[]): void {
  for (const group of groups)
    if (groupId(files, group) === null)
      refuse(
        'invalid-parameter',
        `Unable to find group ${group}: no matching entries in group file`,
      );
}

/** Resolves `-u`: a name, a number, or either with a group (moby/sys/user GetExecUser). Numbers need no entry. `files` are the container's. */
function readUser(files: RootFiles, wanted: string): User {
  const [user = '', group] = wanted.includes(':') ? wanted.split(':') : [wanted];
  const key = user === '' ? '0' : user;
  for (const number of [key, group ?? ''])
    if (/^-\d+$|^\d{10,}$/.test(number) && !(Number(number) >= 0 && Number(number) < 2 ** 31))
      refuse('invalid-parameter', 'uids and gids must be in range 0-2147483647');
  if (userId(files, key) === null)
    refuse('invalid-parameter', `unable to find user ${user}: no matching entries in passwd file`);
  if (group !== undefined && group !== '' && groupId(files, group) === null)
    refuse('invalid-parameter', `unable to find group ${group}: no matching entries in group file`);
  const account = accountOf(files, wanted);
  const name = account.name === '' ? key : account.name;
  return {
    name: group === undefined ? name : `${key}:${group}`,
    home: account.home || (account.uid === 0 ? '/root' : '/'),
  };
}
