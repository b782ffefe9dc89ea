import { accountOf, groupName } from '../account';
import type { Program, ProgramCall } from '../program';
import { fail, forEach, isBusybox, optionsOf, quoted } from './options';

/** The numbers of the groups that a process is in: its own first, then what the account file and `--group-add` say (`added`), as the kernel sorts them. */
function groupsOf({ host }: ProgramCall, user: string, added = host.groups()): readonly number[] {
  const { name, gid } = accountOf(host.files, user);
  const file = host.files.get('/etc/group');
  const listed =
    file?.kind === 'text' && name !== ''
      ? file.text
          .split('\n')
          .map((line) => line.split(':'))
          .filter((fields) => (fields[3] ?? '').split(',').includes(name))
          .map((fields) => Number(fields[2]))
      : [];
  const beside = added.map((group) => accountOf(host.files, `0:${group}`).gid);
  return [...new Set([gid, ...[...listed, ...beside].sort((a, b) => a - b)])];
}

function shownGroup(call: ProgramCall, gid: number): string {
  const name = groupName(call.host.files, gid);
  return name === String(gid) ? name : `${gid}(${name})`;
}

/** `id [-u] [-g] [-G] [-n] [USER]` */
export const id: Program = (call) => {
  const options = optionsOf(call);
  const [other] = options.operands;
  const { name, uid, gid } = accountOf(call.host.files, other ?? call.user);
  if (other !== undefined && name === '')
    return fail(
      call,
      isBusybox(call) ? `unknown user ${other}` : `${quoted(call, other)}: no such user`,
    );
  const groups = other === undefined ? groupsOf(call, call.user) : groupsOf(call, other, []);
  if (options.has('u') && options.has('n') && name === '') {
    call.out(`${uid}\n`);
    return fail(
      call,
      isBusybox(call) ? `unknown ID ${uid}` : `cannot find name for user ID ${uid}`,
    );
  }
  if (options.has('u')) call.out(`${options.has('n') ? name : uid}\n`);
  else if (options.has('g'))
    call.out(`${options.has('n') ? groupName(call.host.files, gid) : gid}\n`);
  else if (options.has('G'))
    call.out(
      `${groups.map((group) => (options.has('n') ? groupName(call.host.files, group) : String(group))).join(' ')}\n`,
    );
  else
    call.out(
      `uid=${uid}${name === '' ? '' : `(${name})`} gid=${shownGroup(call, gid)} groups=${groups.map((group) => shownGroup(call, group)).join(',')}\n`,
    );
  return { kind: 'exit', code: 0 };
};

/** `whoami` */
export const whoami: Program = (call) => {
  const { name, uid } = accountOf(call.host.files, call.user);
  if (name === '') {
    call.error(
      call.host.files.at('/bin/busybox')
        ? `whoami: unknown uid ${uid}\n`
        : `whoami: cannot find name for user ID ${uid}\n`,
    );
    return { kind: 'exit', code: 1 };
  }
  call.out(`${name}\n`);
  return { kind: 'exit', code: 0 };
};

/** `groups [USER…]`: GNU's names the user that it is asked for. */
export const groups: Program = (call) => {
  const names = (gids: readonly number[]): string =>
    gids.map((gid) => groupName(call.host.files, gid)).join(' ');
  const asked = optionsOf(call).operands;
  if (asked.length === 0) {
    call.out(`${names(groupsOf(call, call.user))}\n`);
    return { kind: 'exit', code: 0 };
  }
  return forEach(call, asked, (user) => {
    if (accountOf(call.host.files, user).name === '')
      return isBusybox(call) ? `unknown user ${user}` : `${quoted(call, user)}: no such user`;
    call.out(`${isBusybox(call) ? '' : `${user} : `}${names(groupsOf(call, user, []))}\n`);
    return null;
  });
};
