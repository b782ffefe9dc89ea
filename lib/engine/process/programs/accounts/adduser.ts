import type { Program, ProgramCall, ProgramOutcome } from '../../program';
import { complain, optionsOf, selfName, type Options } from '../options';
import { AccountFiles, firstFree, type Group, type User } from './files';
import { ended, isRoot, refused } from './call';
import { LONG, Telling } from './telling';
import { join } from './useradd';

const FIRST = 1000;
const FIRST_SYSTEM = 100;

/** `adduser [options] USER`, `adduser USER GROUP` and `addgroup [options] GROUP` (Debian's adduser 3.134, compared with it). */
export const adduser: Program = (call) => {
  const options = optionsOf(call, 'eghisuc', LONG);
  if (!isRoot(call)) return refused(call, 'Only root may add a user or group to the system.', 1);
  const [name, group, ...more] = options.operands;
  const forGroup = selfName(call) === 'addgroup' || (options.has('G') && !options.has('S'));
  if (name === undefined || more.length > 0)
    return refused(call, 'Only one or two names allowed.', 1);
  const files = new AccountFiles(call);
  const telling = new Telling(call, options);
  if (group !== undefined) return addMember(call, files, telling, name, group);
  if (!options.has('B') && !/^[a-z][-a-z0-9_]*\$?$/.test(name) && !options.has('S'))
    return refused(
      call,
      `Please enter a username matching the regular expression\n            configured via the NAME_REGEX configuration variable.  Use the\n            \`--allow-bad-names' option to relax this check or reconfigure\n            NAME_REGEX in configuration.`,
      1,
    );
  if (forGroup) return addGroup(call, files, telling, options, name);
  return options.has('S')
    ? addSystemUser(call, files, telling, options, name)
    : addPerson(call, files, telling, options, name);
};

function addMember(
  call: ProgramCall,
  files: AccountFiles,
  telling: Telling,
  user: string,
  name: string,
): ProgramOutcome {
  if (!files.user(user)) return refused(call, `The user \`${user}' does not exist.`, 1);
  const group = files.group(name);
  if (!group) return refused(call, `The group \`${name}' does not exist.`, 1);
  if (group.members.includes(user)) {
    complain(call, `The user \`${user}' is already a member of \`${name}'.`);
    return ended(0);
  }
  telling.say(`Adding user \`${user}' to group \`${name}' ...`);
  if (!telling.isRecent) telling.say(`Adding user ${user} to group ${name}`);
  join(files, name, user);
  telling.say('Done.');
  return ended(0);
}

function addGroup(
  call: ProgramCall,
  files: AccountFiles,
  telling: Telling,
  options: Options,
  name: string,
): ProgramOutcome {
  if (files.groups().some((group) => group.name === name)) {
    const isSystem = options.has('S');
    const what = isSystem ? 'system group' : 'group';
    const words = `The ${what} \`${name}' already exists${isSystem ? '. Exiting.' : '.'}`;
    if (isSystem) telling.say(words);
    else complain(call, words);
    return ended(isSystem ? 0 : 1);
  }
  const taken = files.groups().map(({ gid }) => gid);
  const wanted = options.value('g');
  if (wanted !== undefined && taken.includes(Number(wanted)))
    return refused(call, `The GID \`${wanted}' is already in use.`, 1);
  const gid = Number(wanted ?? firstFree(options.has('S') ? FIRST_SYSTEM : FIRST, taken));
  telling.say(`Adding group \`${name}' (GID ${gid}) ...`);
  files.addGroup({ name, gid, members: [] });
  telling.say('Done.');
  return ended(0);
}

/** The group that options name; undefined where they name none, null where there is none such. */
function givenGroup(files: AccountFiles, options: Options): Group | null | undefined {
  const word = options.value('i') ?? options.value('g');
  return word === undefined ? undefined : files.group(word);
}

function addSystemUser(
  call: ProgramCall,
  files: AccountFiles,
  telling: Telling,
  options: Options,
  name: string,
): ProgramOutcome {
  if (files.user(name)) {
    telling.say(`The system user \`${name}' already exists. Exiting.`);
    return ended(0);
  }
  const group = givenGroup(files, options);
  if (group === null)
    return refused(
      call,
      `The group \`${options.value('i') ?? options.value('g') ?? ''}' does not exist.`,
      1,
    );
  const own = options.has('G') && !group;
  const uids = files.users().map((user) => user.uid);
  const gids = files.groups().map(({ gid }) => gid);
  const uid = Number(
    options.value('u') ?? firstFree(FIRST_SYSTEM, own ? [...uids, ...gids] : uids),
  );
  const into = own
    ? { name, gid: uid }
    : (group ?? files.group('nogroup') ?? { name: 'nogroup', gid: 65_534 });
  telling.say(`Adding system user \`${name}' (UID ${uid}) ...`);
  if (own) {
    telling.say(`Adding new group \`${name}' (GID ${uid}) ...`);
    files.addGroup({ name, gid: uid, members: [] });
  }
  telling.say(`Adding new user \`${name}' (UID ${uid}) with group \`${into.name}' ...`);
  const home = options.value('h') ?? (telling.isRecent ? '/nonexistent' : `/home/${name}`);
  const user: User = {
    name,
    uid,
    gid: into.gid,
    comment: options.value('e') ?? '',
    home,
    shell: options.value('s') ?? '/usr/sbin/nologin',
  };
  files.addUser(user, `!:${files.today()}::::::`);
  if (home === '/nonexistent') telling.say("Not creating `/nonexistent'.");
  else makeHome(call, files, telling, options, user, 0o755, '');
  return ended(0);
}

function addPerson(
  call: ProgramCall,
  files: AccountFiles,
  telling: Telling,
  options: Options,
  name: string,
): ProgramOutcome {
  if (files.user(name)) return refused(call, `The user \`${name}' already exists.`, 1);
  const group = givenGroup(files, options);
  if (group === null)
    return refused(
      call,
      `The group \`${options.value('i') ?? options.value('g') ?? ''}' does not exist.`,
      1,
    );
  if (!options.has('D') || !options.has('e'))
    return refused(
      call,
      'asking for a password and a name is not simulated here: use --disabled-password --gecos ""',
      1,
    );
  const taken = [...files.users().map((user) => user.uid)];
  const gids = group ? [] : files.groups().map(({ gid }) => gid);
  const wanted = options.value('u');
  if (wanted !== undefined && taken.includes(Number(wanted)))
    return refused(call, `The UID ${wanted} is already in use.`, 1);
  if (!group && files.groups().some((each) => each.name === name))
    return refused(call, `The group \`${name}' already exists.`, 1);
  const uid = Number(wanted ?? firstFree(FIRST, [...taken, ...gids]));
  const into = group ?? { name, gid: uid };
  telling.say(`Adding user \`${name}' ...`);
  if (!group) {
    telling.say(`Adding new group \`${name}' (${uid}) ...`);
    files.addGroup({ name, gid: uid, members: [] });
  }
  const shown = telling.isRecent ? `${into.name} (${into.gid})` : into.name;
  telling.say(`Adding new user \`${name}' (${uid}) with group \`${shown}' ...`);
  const user: User = {
    name,
    uid,
    gid: into.gid,
    comment: fullName(options.value('e') ?? ''),
    home: options.value('h') ?? `/home/${name}`,
    shell: options.value('s') ?? '/bin/bash',
  };
  files.addUser(user, `!:${files.today()}:0:99999:7:::`);
  files.addSubordinates(name);
  makeHome(call, files, telling, options, user, telling.isRecent ? 0o700 : 0o750, '/etc/skel');
  if (!telling.isRecent) return ended(0);
  telling.say(
    `Adding new user \`${name}' to supplemental / extra groups \`users' ...`,
    `Adding user \`${name}' to group \`users' ...`,
  );
  join(files, 'users', name);
  return ended(0);
}

/** A name, a room and two telephone numbers (chfn(1)). */
function fullName(given: string): string {
  const parts = given.split(',');
  return Array.from({ length: 4 }, (_, at) => parts[at] ?? '').join(',');
}

function makeHome(
  call: ProgramCall,
  files: AccountFiles,
  telling: Telling,
  options: Options,
  user: User,
  mode: number,
  skeleton: string,
): void {
  const { home } = user;
  if (options.has('H')) telling.say(`Not creating home directory \`${home}'.`);
  else if (call.host.files.get(home)) {
    telling.say(`The home directory \`${home}' already exists.  Not touching this directory.`);
  } else {
    telling.say(`Creating home directory \`${home}' ...`);
    files.makeHome(user, mode, skeleton);
    if (skeleton !== '') telling.say(`Copying files from \`${skeleton}' ...`);
  }
}
