import type { Program } from '../../program';
import { AccountFiles } from './files';
import { ended, isRoot, locked, readOptions, refused, showUsage, type Manner } from './call';
import { isSound, nextNumber } from './useradd';

const ADDITION: Manner = {
  letters: 'fg:hK:op:rR:P:U:',
  long: {
    force: 'f',
    gid: 'g',
    help: 'h',
    key: 'K',
    'non-unique': 'o',
    password: 'p',
    system: 'r',
    root: 'R',
    prefix: 'P',
    users: 'U',
  },
  usage: 'Usage: groupadd [options] GROUP\n',
};

/** `groupadd`: a new group (shadow-utils 4.13, compared with it). */
export const groupadd: Program = (call) => {
  const options = readOptions(call, ADDITION);
  if ('kind' in options) return options;
  const [name, ...others] = options.operands;
  if (name === undefined || others.length > 0) return showUsage(call, ADDITION);
  const files = new AccountFiles(call);
  const wanted = options.value('g');
  if (wanted !== undefined && !/^\d+$/.test(wanted))
    return refused(call, `invalid group ID '${wanted}'`, 3);
  if (!isSound(name)) return refused(call, `'${name}' is not a valid group name`, 3);
  const groups = files.groups();
  if (groups.some((group) => group.name === name))
    return options.has('f') ? ended(0) : refused(call, `group '${name}' already exists`, 9);
  const taken = groups.map(({ gid }) => gid);
  const isTaken = wanted !== undefined && taken.includes(Number(wanted)) && !options.has('o');
  if (isTaken && !options.has('f')) return refused(call, `GID '${wanted}' already exists`, 4);
  if (!isRoot(call)) return locked(call, '/etc/group', 10);
  const gid =
    wanted === undefined || isTaken ? nextNumber(taken, options.has('r')) : Number(wanted);
  files.addGroup({ name, gid, members: [] });
  return ended(0);
};

const CHANGE: Manner = {
  letters: 'g:hn:op:R:P:',
  long: {
    gid: 'g',
    help: 'h',
    'new-name': 'n',
    'non-unique': 'o',
    password: 'p',
    root: 'R',
    prefix: 'P',
  },
  usage: 'Usage: groupmod [options] GROUP\n',
};

/** `groupmod -n NAME -g GID GROUP` */
export const groupmod: Program = (call) => {
  const options = readOptions(call, CHANGE);
  if ('kind' in options) return options;
  const [name, ...others] = options.operands;
  if (name === undefined || others.length > 0) return showUsage(call, CHANGE);
  const files = new AccountFiles(call);
  const [gid, other] = [options.value('g'), options.value('n')];
  if (gid !== undefined && !/^\d+$/.test(gid)) return refused(call, `invalid group ID '${gid}'`, 3);
  const groups = files.groups();
  if (!groups.some((group) => group.name === name))
    return refused(call, `group '${name}' does not exist`, 6);
  if (other !== undefined && !isSound(other))
    return refused(call, `invalid group name '${other}'`, 3);
  if (other !== undefined && other !== name && groups.some((group) => group.name === other))
    return refused(call, `group '${other}' already exists`, 9);
  const owner = groups.find((group) => group.gid === Number(gid));
  if (gid !== undefined && owner && owner.name !== name && !options.has('o'))
    return refused(call, `GID '${gid}' already exists`, 4);
  if (!isRoot(call)) return locked(call, '/etc/group', 10);
  const before = files.group(name)?.gid;
  files.changeGroup(name, (group) => ({
    ...group,
    name: other ?? name,
    gid: Number(gid ?? group.gid),
  }));
  for (const user of files.users())
    if (gid !== undefined && user.gid === before)
      files.changeUser(user.name, (each) => ({ ...each, gid: Number(gid) }));
  return ended(0);
};

const DELETION: Manner = {
  letters: 'fhR:P:',
  long: { force: 'f', help: 'h', root: 'R', prefix: 'P' },
  usage: 'Usage: groupdel [options] GROUP\n',
};

/** `groupdel GROUP` */
export const groupdel: Program = (call) => {
  const options = readOptions(call, DELETION);
  if ('kind' in options) return options;
  const [name, ...others] = options.operands;
  if (name === undefined || others.length > 0) return showUsage(call, DELETION);
  const files = new AccountFiles(call);
  const group = files.groups().find((each) => each.name === name);
  if (!group) return refused(call, `group '${name}' does not exist`, 6);
  const owner = files.users().find((user) => user.gid === group.gid);
  if (owner && !options.has('f'))
    return refused(call, `cannot remove the primary group of user '${owner.name}'`, 8);
  if (!isRoot(call)) return locked(call, '/etc/group', 10);
  files.removeGroup(name);
  return ended(0);
};
