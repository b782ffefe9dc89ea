import type { Program, ProgramCall, ProgramOutcome } from '../../program';
import { optionsOf } from '../options';
import { tellUsage } from '../usage';
import { AccountFiles, firstFree } from './files';
import { ended, isRoot, refused } from './call';
import { join } from './useradd';

const FIRST_SYSTEM = 100;
const FIRST = 1000;
const NOT_ROOT = 'permission denied (are you root?)';

/** What is wrong with a name, as busybox says it (libbb/die_if_bad_username.c). */
function badName(name: string): string | null {
  const at = name.search(/^[^A-Za-z0-9_]|(?!^)[^A-Za-z0-9_.@-]/);
  const isLast = at === name.length - 1 && name[at] === '$' && at > 0;
  if (at < 0 || isLast) return null;
  return `illegal character with code ${name.charCodeAt(at)} at position ${at}`;
}

function showUsage(call: ProgramCall): ProgramOutcome {
  tellUsage(call);
  return ended(1);
}

/** `adduser [-DHS] [-h DIR] [-g GECOS] [-s SHELL] [-G GROUP] [-u UID] USER`, `adduser USER GROUP` (busybox loginutils/adduser.c). */
export const adduser: Program = (call) => {
  if (!isRoot(call)) return refused(call, NOT_ROOT, 1);
  const options = optionsOf(call, 'hgsGuk', {
    home: 'h',
    gecos: 'g',
    shell: 's',
    ingroup: 'G',
    'disabled-password': 'D',
    'empty-password': 'D',
    system: 'S',
    'no-create-home': 'H',
    uid: 'u',
    skel: 'k',
  });
  const [name, other, ...more] = options.operands;
  if (name === undefined || more.length > 0) return showUsage(call);
  const files = new AccountFiles(call);
  if (other !== undefined) return addMember(call, files, name, other);
  const bad = badName(name);
  if (bad !== null) return refused(call, bad, 1);
  const isSystem = options.has('S');
  const into = options.value('G') ?? (isSystem ? 'nogroup' : undefined);
  const group = into === undefined ? null : files.group(into);
  if (into !== undefined && !group) return refused(call, `unknown group ${into}`, 1);
  if (files.user(name)) return refused(call, `user '${name}' in use`, 1);
  const taken = files.users().map((user) => user.uid);
  const wanted = options.value('u');
  const gids = group ? [] : files.groups().map(({ gid }) => gid);
  if (wanted !== undefined && [...taken, ...gids].includes(Number(wanted)))
    return refused(call, `uid '${wanted}' in use`, 1);
  const uid = Number(wanted ?? firstFree(isSystem ? FIRST_SYSTEM : FIRST, [...taken, ...gids]));
  if (!group && files.groups().some((each) => each.name === name))
    return refused(call, `group '${name}' in use`, 1);
  const user = {
    name,
    uid,
    gid: group?.gid ?? uid,
    comment: options.value('g') ?? 'Linux User,,,',
    home: options.value('h') ?? `/home/${name}`,
    shell: options.value('s') ?? (isSystem ? '/bin/false' : '/bin/sh'),
  };
  files.addUser(user, `!:${files.today()}:0:99999:7:::`);
  if (group) join(files, group.name, name);
  else files.addGroup({ name, gid: uid, members: [] });
  if (!options.has('H')) makeHome(call, files, user, options.value('k') ?? '/etc/skel');
  if (options.has('D') || isSystem) return ended(0);
  return refused(call, 'asking for a password is not simulated here: use -D', 1);
};

function makeHome(
  call: ProgramCall,
  files: AccountFiles,
  user: Parameters<AccountFiles['makeHome']>[0],
  skeleton: string,
): void {
  const { home, uid, gid } = user;
  const mode = 0o2755;
  if (call.host.files.get(home))
    call.host.files.alter(home, (before) => ({ ...before, uid, gid, mode }));
  else files.makeHome(user, mode, skeleton);
}

function addMember(
  call: ProgramCall,
  files: AccountFiles,
  user: string,
  group: string,
): ProgramOutcome {
  if (!files.user(user)) return refused(call, `unknown user ${user}`, 1);
  if (!files.group(group)) return refused(call, `unknown group ${group}`, 1);
  join(files, group, user);
  return ended(0);
}

/** `addgroup [-S] [-g GID] GROUP`, `addgroup USER GROUP` (busybox loginutils/addgroup.c). */
export const addgroup: Program = (call) => {
  if (!isRoot(call)) return refused(call, NOT_ROOT, 1);
  const options = optionsOf(call, 'g', { gid: 'g', system: 'S' });
  const [name, other, ...more] = options.operands;
  const wanted = options.value('g');
  if (name === undefined || more.length > 0) return showUsage(call);
  const files = new AccountFiles(call);
  if (other !== undefined)
    return wanted === undefined ? addMember(call, files, name, other) : showUsage(call);
  const bad = badName(name);
  if (bad !== null) return refused(call, bad, 1);
  if (files.groups().some((group) => group.name === name))
    return refused(call, `group '${name}' in use`, 1);
  const taken = files.groups().map(({ gid }) => gid);
  if (wanted !== undefined && taken.includes(Number(wanted)))
    return refused(call, `gid '${wanted}' in use`, 1);
  const gid = Number(wanted ?? firstFree(options.has('S') ? FIRST_SYSTEM : FIRST, taken));
  files.addGroup({ name, gid, members: [] });
  return ended(0);
};

/** `deluser [--remove-home] USER`: with its group, where nobody else's first group is that (busybox loginutils/deluser.c). */
export const deluser: Program = (call) => {
  if (!isRoot(call)) return refused(call, NOT_ROOT, 1);
  const options = optionsOf(call, '', { 'remove-home': 'r' });
  const [name, ...more] = options.operands;
  if (name === undefined || more.length > 0) return showUsage(call);
  const files = new AccountFiles(call);
  const user = files.user(name);
  if (!user) return refused(call, `unknown user ${name}`, 1);
  if (options.has('r') && call.host.files.get(user.home)?.kind === 'directory')
    call.host.files.remove(user.home);
  files.removeUser(name);
  return files.groups().some((group) => group.name === name)
    ? removeGroup(call, files, name)
    : ended(0);
};

/** `delgroup GROUP`, `delgroup USER GROUP`. */
export const delgroup: Program = (call) => {
  if (!isRoot(call)) return refused(call, NOT_ROOT, 1);
  const [first, second, ...more] = optionsOf(call).operands;
  if (first === undefined || more.length > 0) return showUsage(call);
  const files = new AccountFiles(call);
  const name = second ?? first;
  if (!files.groups().some((group) => group.name === name))
    return refused(call, `unknown group ${name}`, 1);
  if (second === undefined) return removeGroup(call, files, name);
  files.changeGroup(name, (group) => ({
    ...group,
    members: group.members.filter((each) => each !== first),
  }));
  return ended(0);
};

function removeGroup(call: ProgramCall, files: AccountFiles, name: string): ProgramOutcome {
  const gid = files.group(name)?.gid;
  const owner = files.users().find((user) => user.gid === gid);
  if (owner) return refused(call, `'${owner.name}' still has '${name}' as their primary group!`, 1);
  files.removeGroup(name);
  return ended(0);
}
