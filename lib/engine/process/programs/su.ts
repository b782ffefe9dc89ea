import { accountOf } from '../account';
import type { Program, ProgramCall } from '../program';
import { fail, isBusybox, optionsOf } from './options';

/** The search path of somebody who logs in (busybox libbb/setup_environment.c, shadow's login.defs in Debian). */
function loginPath(call: ProgramCall, uid: number): string {
  if (isBusybox(call)) return uid === 0 ? '/sbin:/usr/sbin:/bin:/usr/bin' : '/bin:/usr/bin';
  return uid === 0
    ? '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'
    : '/usr/local/bin:/usr/bin:/bin:/usr/local/games:/usr/games';
}

/**
 * `su [-] [-p] [-s SHELL] [USER [-c COMMAND [NAME ARG…] | ARG…]]`: becomes the shell of a user. Only root may, for nobody in a container types a password: busybox has no right to ask for one, and Debian's
 * hears a wrong one.
 */
export const su: Program = (call) => {
  const options = optionsOf(call, 'cs', { login: 'l', command: 'c', shell: 's' });
  const [first, ...others] = options.operands;
  const login = options.has('l') || first === '-';
  const [user = 'root', ...args] = first === '-' || first === undefined ? others : options.operands;
  const { files } = call.host;
  if (accountOf(files, call.user).uid !== 0)
    return isBusybox(call)
      ? fail(call, 'must be suid to work properly')
      : fail(call, 'Authentication failure');
  const { name, uid, home } = accountOf(files, user);
  if (name !== user)
    return fail(
      call,
      isBusybox(call)
        ? `unknown user ${user}`
        : `user ${user} does not exist or the user entry does not contain all the required fields`,
    );
  const shell = options.value('s') ?? accountOf(files, name).shell;
  if (files.get(shell) === null)
    return isBusybox(call)
      ? fail(call, `can't execute '${shell}': No such file or directory`)
      : fail(call, `failed to execute ${shell}: No such file or directory`, 127);
  const kept = call.env;
  const who = { HOME: home, SHELL: shell };
  const known = { USER: name, LOGNAME: name };
  const env = login
    ? { ...(kept['TERM'] && { TERM: kept['TERM'] }), PATH: loginPath(call, uid), ...known, ...who }
    : options.has('p') || options.has('m')
      ? kept
      : { ...kept, ...(uid === 0 ? {} : known), ...who };
  const command = options.value('c');
  return {
    kind: 'exec',
    argv: [shell, ...(command === undefined ? [] : ['-c', command]), ...args],
    env,
    user: name,
    ...(login && { cwd: home }),
  };
};
