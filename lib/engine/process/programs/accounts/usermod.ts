import type { Program, ProgramCall, ProgramOutcome } from '../../program';
import type { Options } from '../options';
import { complain } from '../options';
import { AccountFiles, type User } from './files';
import { ended, isRoot, locked, readOptions, refused, showUsage, type Manner } from './call';
import { isSound, join } from './useradd';

const MANNER: Manner = {
  letters: 'abc:d:e:f:g:G:hl:Lmop:P:rR:s:u:Uv:V:w:W:Z:',
  long: {
    append: 'a',
    badname: 'b',
    comment: 'c',
    home: 'd',
    expiredate: 'e',
    inactive: 'f',
    gid: 'g',
    groups: 'G',
    help: 'h',
    login: 'l',
    lock: 'L',
    'move-home': 'm',
    'non-unique': 'o',
    password: 'p',
    prefix: 'P',
    remove: 'r',
    root: 'R',
    shell: 's',
    uid: 'u',
    unlock: 'U',
    'selinux-user': 'Z',
  },
  usage: 'Usage: usermod [options] LOGIN\n',
};

/** `usermod`: changes a user (shadow-utils 4.13, compared with it). */
export const usermod: Program = (call) => {
  const options = readOptions(call, MANNER);
  if ('kind' in options) return options;
  const [name, ...others] = options.operands;
  if (name === undefined || others.length > 0) return showUsage(call, MANNER);
  const files = new AccountFiles(call);
  const user = files.user(name);
  if (!user) return refused(call, `user '${name}' does not exist`, 6);
  return unsound(call, files, options, user) ?? modify(call, files, options, user);
};

/** What speaks against a change. */
function unsound(
  call: ProgramCall,
  files: AccountFiles,
  options: Options,
  user: User,
): ProgramOutcome | null {
  const [login, group, shell, uid] = ['l', 'g', 's', 'u'].map((letter) => options.value(letter));
  if (!'acdefgGlLmpsuU'.split('').some((letter) => options.has(letter))) {
    complain(call, 'no options');
    return showUsage(call, MANNER);
  }
  const missing = groupsOf(options).filter((each) => !files.group(each));
  for (const each of missing) complain(call, `group '${each}' does not exist`);
  if (missing.length > 0) return ended(6);
  if (group !== undefined && !files.group(group))
    return refused(call, `group '${group}' does not exist`, 6);
  if (login !== undefined && !isSound(login))
    return refused(call, `invalid user name '${login}': use --badname to ignore`, 3);
  if (uid !== undefined && !/^\d+$/.test(uid)) return refused(call, `invalid user ID '${uid}'`, 3);
  if (shell !== undefined && shell !== '' && !shell.startsWith('/'))
    return refused(call, `invalid shell '${shell}'`, 3);
  for (const letter of ['a', 'r'])
    if (options.has(letter) && !options.has('G')) {
      complain(call, `-${letter} flag is only allowed with the -G flag`);
      return showUsage(call, MANNER);
    }
  if (login !== undefined && login !== user.name && files.user(login))
    return refused(call, `user '${login}' already exists`, 9);
  const owner = files.users().find((each) => each.uid === Number(uid));
  if (uid !== undefined && owner && owner.name !== user.name && !options.has('o'))
    return refused(call, `UID '${uid}' already exists`, 4);
  return isRoot(call) ? null : locked(call, '/etc/passwd', 1);
}

function groupsOf(options: Options): readonly string[] {
  return (options.value('G') ?? '').split(',').filter((word) => word !== '');
}

function modify(
  call: ProgramCall,
  files: AccountFiles,
  options: Options,
  user: User,
): ProgramOutcome {
  const { name } = user;
  const gid = options.value('g');
  const after: User = {
    name: options.value('l') ?? name,
    uid: Number(options.value('u') ?? user.uid),
    gid: gid === undefined ? user.gid : (files.group(gid)?.gid ?? user.gid),
    comment: options.value('c') ?? user.comment,
    home: options.value('d') ?? user.home,
    shell: options.value('s') ?? user.shell,
  };
  if (options.has('G')) changeGroups(files, options, name);
  setPassword(call, files, options, name);
  if (options.has('m') && after.home !== user.home) moveHome(call, user.home, after.home);
  if (after.uid !== user.uid) ownHome(call, after);
  files.changeUser(name, () => after);
  return ended(0);
}

/** `-G` names all groups of a user besides its own; `-aG` more of them, `-rG` fewer. */
function changeGroups(files: AccountFiles, options: Options, name: string): void {
  const given = groupsOf(options).flatMap((word) => files.group(word)?.name ?? []);
  const leaves = (group: string): boolean =>
    options.has('r') ? given.includes(group) : !options.has('a') && !given.includes(group);
  for (const { name: group, members } of files.groups())
    if (members.includes(name) && leaves(group))
      files.changeGroup(group, (before) => ({
        ...before,
        members: before.members.filter((each) => each !== name),
      }));
  if (!options.has('r')) for (const group of given) join(files, group, name);
}

function setPassword(call: ProgramCall, files: AccountFiles, options: Options, name: string): void {
  const given = options.value('p');
  const now = files.password(name)?.[1] ?? '';
  if (options.has('U') && /^!?$/.test(now)) {
    call.error(
      "usermod: unlocking the user's password would result in a passwordless account.\nYou should set a password with usermod -p to unlock this user's password.\n",
    );
    return;
  }
  const next =
    given ??
    (options.has('L') && !now.startsWith('!')
      ? `!${now}`
      : options.has('U')
        ? now.replace(/^!/, '')
        : now);
  if (next !== now) files.setPassword(name, ([each = '', , ...rest]) => [each, next, ...rest]);
}

function moveHome(call: ProgramCall, from: string, to: string): void {
  const { files } = call.host;
  const move = (at: string, target: string): void => {
    const entry = files.at(at);
    if (!entry) return;
    files.put(target, entry);
    if (entry.kind === 'directory')
      for (const name of files.list(at)) move(`${at}/${name}`, `${target}/${name}`);
  };
  if (files.get(from)?.kind !== 'directory') return;
  move(from, to);
  files.remove(from);
}

/** What lies in a home folder goes to the user's new number. */
function ownHome(call: ProgramCall, { home, uid }: User): void {
  const { files } = call.host;
  const old = files.get(home)?.uid;
  const own = (path: string): void => {
    const entry = files.at(path);
    if (entry?.uid === old) files.alter(path, (before) => ({ ...before, uid }), false);
    if (entry?.kind === 'directory') for (const name of files.list(path)) own(`${path}/${name}`);
  };
  own(home);
}

const DELETION: Manner = {
  letters: 'fhrR:P:Z',
  long: { force: 'f', help: 'h', remove: 'r', root: 'R', prefix: 'P', 'selinux-user': 'Z' },
  usage: 'Usage: userdel [options] LOGIN\n',
};

/** `userdel [-r] LOGIN`: takes a user away, with the group of the same name that is its own. */
export const userdel: Program = (call) => {
  const options = readOptions(call, DELETION);
  if ('kind' in options) return options;
  const [name, ...others] = options.operands;
  if (name === undefined || others.length > 0) return showUsage(call, DELETION);
  const files = new AccountFiles(call);
  const user = files.user(name);
  if (!user) return refused(call, `user '${name}' does not exist`, 6);
  if (!isRoot(call)) return locked(call, '/etc/passwd', 1);
  const running = call.host.processes().find((process) => process.user === name);
  if (running && !options.has('f'))
    return refused(call, `user ${name} is currently used by process ${running.pid}`, 8);
  files.removeUser(name);
  files.removeSubordinates(name);
  const group = files.group(name);
  if (group?.gid === user.gid && group.members.length === 0) files.removeGroup(name);
  else if (group && group.members.length > 0)
    complain(call, `group ${name} not removed because it has other members.`);
  if (options.has('r')) {
    complain(call, `${name} mail spool (/var/mail/${name}) not found`);
    if (call.host.files.get(user.home)) call.host.files.remove(user.home);
    else complain(call, `${name} home directory (${user.home}) not found`);
  }
  return ended(0);
};
