import type { Program, ProgramCall, ProgramOutcome } from '../../program';
import { optionsOf, selfName } from '../options';
import { AccountFiles } from './files';
import { ended, isRoot, refused } from './call';
import { LONG, Telling } from './telling';

/** `deluser USER`, `deluser USER GROUP`, `delgroup GROUP` (Debian's adduser 3.134, compared with it). */
export const deluser: Program = (call) => {
  const options = optionsOf(call, 'eghisuc', LONG);
  const isGroup = selfName(call) === 'delgroup' || options.has('G');
  if (!isRoot(call))
    return refused(call, 'Only root may remove a user or group from the system.', 1);
  const [name, group, ...more] = options.operands;
  if (name === undefined || more.length > 0)
    return refused(call, 'Only one or two names allowed.', 1);
  if (options.has('R'))
    return refused(
      call,
      "In order to use the --remove-home, --remove-all-files, and --backup features,\nyou need to install the `perl' package. To accomplish that, run\napt-get install perl.",
      8,
    );
  const files = new AccountFiles(call);
  const telling = new Telling(call, options);
  if (isGroup) return removeGroup(call, files, telling, name);
  const user = files.user(name);
  if (!user) return refused(call, `The user \`${name}' does not exist.`, 2);
  if (group !== undefined) return removeMember(call, files, telling, name, group);
  telling.say(`Removing user \`${name}' ...`);
  files.removeUser(name);
  files.removeSubordinates(name);
  const own = files.groups().find((each) => each.name === name);
  if (own?.gid === user.gid) {
    if (!telling.isRecent) telling.say(`Warning: group \`${name}' has no more members.`);
    files.removeGroup(name);
  }
  telling.say('Done.');
  return ended(0);
};

function removeMember(
  call: ProgramCall,
  files: AccountFiles,
  telling: Telling,
  user: string,
  name: string,
): ProgramOutcome {
  const group = files.group(name);
  if (!group) return refused(call, `The group \`${name}' does not exist.`, 3);
  if (!group.members.includes(user))
    return refused(call, `The user \`${user}' is not a member of group \`${name}'.`, 6);
  telling.say(`Removing user \`${user}' from group \`${name}' ...`);
  files.changeGroup(name, (before) => ({
    ...before,
    members: before.members.filter((each) => each !== user),
  }));
  telling.say('Done.');
  return ended(0);
}

function removeGroup(
  call: ProgramCall,
  files: AccountFiles,
  telling: Telling,
  name: string,
): ProgramOutcome {
  const group = files.groups().find((each) => each.name === name);
  if (!group) return refused(call, `The group \`${name}' does not exist.`, 3);
  telling.say(`Removing group \`${name}' ...`);
  const owner = files.users().find((user) => user.gid === group.gid);
  if (owner) {
    call.error(`groupdel: cannot remove the primary group of user '${owner.name}'\n`);
    return refused(call, `\`/sbin/groupdel ${name}' returned error code 8. Exiting.`, 1);
  }
  files.removeGroup(name);
  telling.say('Done.');
  return ended(0);
}
