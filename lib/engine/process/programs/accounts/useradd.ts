import { isWithin } from '../../../files/path';
import type { Program, ProgramCall, ProgramOutcome } from '../../program';
import type { Options } from '../options';
import { complain } from '../options';
import { familyOf } from '../release';
import { AccountFiles, type User } from './files';
import { ended, isRoot, locked, readOptions, refused, showUsage, type Manner } from './call';

const MANNER: Manner = {
  letters: 'b:c:d:De:f:Fg:G:hk:K:lmMNop:rR:P:s:u:UZ:B',
  long: {
    badname: 'B',
    'base-dir': 'b',
    comment: 'c',
    'home-dir': 'd',
    defaults: 'D',
    expiredate: 'e',
    inactive: 'f',
    'add-subids-for-system': 'F',
    gid: 'g',
    groups: 'G',
    help: 'h',
    skel: 'k',
    key: 'K',
    'no-log-init': 'l',
    'create-home': 'm',
    'no-create-home': 'M',
    'no-user-group': 'N',
    'non-unique': 'o',
    password: 'p',
    system: 'r',
    root: 'R',
    prefix: 'P',
    shell: 's',
    uid: 'u',
    'user-group': 'U',
    'selinux-user': 'Z',
  },
  usage: 'Usage: useradd [options] LOGIN\n       useradd -D\n       useradd -D [options]\n',
};

/** What a distribution's /etc/login.defs and /etc/default/useradd say. */
const DEFAULTS = {
  debian: { shell: '/bin/sh', mode: 0o755, makesHome: false },
  ubuntu: { shell: '/bin/sh', mode: 0o750, makesHome: false },
  rhel: { shell: '/bin/bash', mode: 0o700, makesHome: true },
  alpine: { shell: '/bin/sh', mode: 0o755, makesHome: false },
};

const FIRST_UID = 1000;
const LAST_UID = 60_000;
const LAST_SYSTEM_UID = 999;
const USERS_GID = 100;

/** `useradd`: a new user (shadow-utils 4.13, compared with it). */
export const useradd: Program = (call) => {
  const options = readOptions(call, MANNER);
  if ('kind' in options) return options;
  const [name, ...others] = options.operands;
  if (name === undefined || others.length > 0) return showUsage(call, MANNER);
  const files = new AccountFiles(call);
  return unsound(call, files, options, name) ?? add(call, files, options, name);
};

/** What speaks against a new user, in the order in which it is told. */
function unsound(
  call: ProgramCall,
  files: AccountFiles,
  options: Options,
  name: string,
): ProgramOutcome | null {
  const [uid, group, shell] = ['u', 'g', 's'].map((letter) => options.value(letter));
  if (uid !== undefined && !/^\d+$/.test(uid)) return refused(call, `invalid user ID '${uid}'`, 3);
  if (group !== undefined && !files.group(group))
    return refused(call, `group '${group}' does not exist`, 6);
  const missing = groupsOf(options).filter((each) => !files.group(each));
  for (const each of missing) complain(call, `group '${each}' does not exist`);
  if (missing.length > 0) return ended(6);
  if (shell !== undefined && shell !== '' && !shell.startsWith('/'))
    return refused(call, `invalid shell '${shell}'`, 3);
  if (!isSound(name) && !options.has('B'))
    return refused(call, `invalid user name '${name}': use --badname to ignore`, 3);
  if (files.user(name)) return refused(call, `user '${name}' already exists`, 9);
  if (!isRoot(call)) return locked(call, '/etc/passwd', 1);
  if (shell && !call.host.files.get(shell))
    complain(call, `Warning: missing or non-executable shell '${shell}'`);
  if (
    uid !== undefined &&
    !options.has('o') &&
    files.users().some((each) => each.uid === Number(uid))
  )
    return refused(call, `UID ${uid} is not unique`, 4);
  return null;
}

/** Whether a name may be a user's or a group's (Debian's shadow libmisc/chkname.c). */
export function isSound(name: string): boolean {
  return name !== '' && name.length <= 32 && !/^[-~]|[\s:,/]/.test(name);
}

function groupsOf(options: Options): readonly string[] {
  return (options.value('G') ?? '').split(',').filter((word) => word !== '');
}

/** The next number of a new user or group: one above the highest, for the system the highest that is free below 1000. */
export function nextNumber(taken: readonly number[], isSystem: boolean): number {
  if (!isSystem)
    return Math.max(FIRST_UID - 1, ...taken.filter((id) => id >= FIRST_UID && id <= LAST_UID)) + 1;
  let id = LAST_SYSTEM_UID;
  while (taken.includes(id)) id--;
  return id;
}

function add(
  call: ProgramCall,
  files: AccountFiles,
  options: Options,
  name: string,
): ProgramOutcome {
  const isSystem = options.has('r');
  const defaults = DEFAULTS[familyOf(call) ?? 'debian'];
  const [users, groups] = [files.users(), files.groups()];
  const uid = Number(
    options.value('u') ??
      nextNumber(
        users.map((each) => each.uid),
        isSystem,
      ),
  );
  const own = options.has('U') || !(options.has('g') || options.has('N'));
  const taken = groups.map((group) => group.gid);
  const gid = own
    ? taken.includes(uid)
      ? nextNumber(taken, isSystem)
      : uid
    : (files.group(options.value('g') ?? '')?.gid ?? USERS_GID);
  if (own && files.group(name))
    return refused(
      call,
      `group ${name} exists - if you want to add this user to that group, use -g.`,
      9,
    );
  const home = options.value('d') ?? `${options.value('b') ?? '/home'}/${name}`;
  const user: User = {
    name,
    uid,
    gid,
    comment: options.value('c') ?? '',
    home,
    shell: options.value('s') ?? defaults.shell,
  };
  if (!isSystem && (uid < FIRST_UID || uid > LAST_UID))
    call.error(
      `useradd warning: ${name}'s uid ${uid} outside of the UID_MIN ${FIRST_UID} and UID_MAX ${LAST_UID} range.\n`,
    );
  files.addUser(user, passwordFields(files, options));
  if (own) files.addGroup({ name, gid, members: [] });
  for (const each of groupsOf(options)) join(files, each, name);
  if (!isSystem) files.addSubordinates(name);
  const makesHome = options.has('m') || (defaults.makesHome && !isSystem);
  if (makesHome && !options.has('M'))
    makeHome(call, files, user, defaults.mode, options.value('k'));
  return ended(0);
}

function makeHome(
  call: ProgramCall,
  files: AccountFiles,
  user: User,
  mode: number,
  skeleton = '/etc/skel',
): void {
  if (!call.host.files.get(user.home)) {
    files.makeHome(user, mode, skeleton);
    return;
  }
  complain(call, `warning: the home directory ${user.home} already exists.`);
  if (!isWithin(user.home, skeleton))
    complain(call, 'Not copying any file from skel directory into it.');
}

/** Makes a user a member of a group, given by name or number, unless it is one. */
export function join(files: AccountFiles, word: string, user: string): void {
  const group = files.group(word);
  if (group && !group.members.includes(user))
    files.changeGroup(group.name, (before) => ({ ...before, members: [...before.members, user] }));
}

/** The fields behind the name in shadow(5). */
function passwordFields(files: AccountFiles, options: Options): string {
  const expires = options.value('e');
  const day = expires ? Math.floor(Date.parse(expires) / 86_400_000) : Number.NaN;
  const ages = options.has('r') ? '::' : '0:99999:7';
  const last = Number.isNaN(day) ? '' : String(day);
  return `${options.value('p') ?? '!'}:${files.today()}:${ages}:${options.value('f') ?? ''}:${last}:`;
}
