import { refuse } from '../errors';
import type { RootFiles } from '../files/root-files';
import { accountOf, groupId, userId } from '../process/account';

export interface User {
  /** As the process knows itself: a name, or `uid:gid`. */
  readonly name: string;
  readonly home: string;
}

/** Resolves `-u`: a name, a number, or either with a group (moby/sys/user GetExecUser). Numbers need no entry. `files` are the container's. */
export function findUser(files: RootFiles, wanted: string): User {
  const [user = '', group] = wanted.includes(':') ? wanted.split(':') : [wanted];
  const key = user === '' ? '0' : user;
  for (const number of [key, group ?? ''])
    if (/^\d{10,}$/.test(number) && Number(number) > 2_147_483_647)
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
