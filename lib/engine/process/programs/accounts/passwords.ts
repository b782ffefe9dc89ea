import { accountOf } from '../../account';
import { digestOf } from '../../../digest';
import type { Program, ProgramCall, ProgramOutcome } from '../../program';
import { fail, isBusybox, optionsOf } from '../options';
import { AccountFiles } from './files';
import { ended, isRoot, refused } from './call';

/** What stands in shadow(5) for a password. Nobody can log in with it here: it has the form of what Debian's `yescrypt` makes. */
function hidden(name: string, password: string): string {
  const digits = digestOf(`${name}:${password}`).replace('sha256:', '');
  return `$y$j9T$${digits.slice(0, 22)}$${digits.slice(21)}`;
}

/** Sets or changes what stands for the password, and when that was. */
function set(files: AccountFiles, name: string, password: (before: string) => string): void {
  files.setPassword(name, ([each = '', before = '', , ...rest]) => [
    each,
    password(before),
    String(files.today()),
    ...rest,
  ]);
}

/** `chpasswd`: a line `NAME:PASSWORD` for each user. */
export const chpasswd: Program = (call) => {
  const files = new AccountFiles(call);
  const busybox = isBusybox(call);
  if (busybox && !isRoot(call)) return refused(call, 'permission denied (are you root?)', 1);
  if (!isRoot(call)) {
    call.error(
      'chpasswd: Permission denied.\nchpasswd: cannot lock /etc/passwd; try again later.\n',
    );
    return ended(1);
  }
  let failed = false;
  for (const [at, line] of (call.stdin ?? '').split('\n').entries()) {
    if (line === '') continue;
    const colon = line.indexOf(':');
    const name = line.slice(0, colon);
    if (colon < 0) {
      failed = true;
      call.error(
        busybox
          ? 'chpasswd: missing new password\n'
          : `chpasswd: line ${at + 1}: missing new password\n`,
      );
      if (busybox) break;
    } else if (!files.user(name)) {
      failed = true;
      call.error(
        busybox
          ? `chpasswd: unknown user ${name}\n`
          : `chpasswd: (user ${name}) pam_chauthtok() failed, error:\nAuthentication token manipulation error\nchpasswd: (line ${at + 1}, user ${name}) password not changed\n`,
      );
      if (busybox) break;
    } else {
      const password = line.slice(colon + 1);
      set(files, name, () => hidden(name, password));
      if (busybox) call.error(`chpasswd: password for '${name}' changed\n`);
    }
  }
  return ended(failed ? 1 : 0);
};

/** The letter of `passwd -S`. */
function kindOf(password: string): string {
  return password === '' ? 'NP' : /^[!*]/.test(password) ? 'L' : 'P';
}

/** `passwd -S | -l | -u | -d | -e [USER]`, and a new one twice on the standard input (shadow-utils 4.13; busybox's tells other words). */
export const passwd: Program = (call) => {
  const options = optionsOf(call, 'inrRwx', {
    delete: 'd',
    expire: 'e',
    lock: 'l',
    status: 'S',
    unlock: 'u',
  });
  const files = new AccountFiles(call);
  const own = accountOf(call.host.files, call.user).name;
  const name = options.operands[0] ?? own;
  if (!files.user(name))
    return refused(
      call,
      isBusybox(call) ? `unknown user ${name}` : `user '${name}' does not exist`,
      1,
    );
  if (!isRoot(call) && name !== own)
    return refused(call, `You may not view or modify password information for ${name}.`, 1);
  const before = files.password(name)?.[1] ?? '';
  if (options.has('S')) {
    const [, , day = '0', ...ages] = files.password(name) ?? [];
    const date = new Date(Number(day) * 86_400_000).toISOString().slice(0, 10);
    const [least = '', most = '', warned = '', idle = ''] = ages;
    call.out(
      `${name} ${kindOf(before)} ${date} ${least || '-1'} ${most || '-1'} ${warned || '-1'} ${idle || '-1'}\n`,
    );
    return ended(0);
  }
  const change = ['d', 'l', 'e', 'u'].find((letter) => options.has(letter));
  if (change === undefined) return ask(call, files, name);
  if (!isRoot(call)) return refused(call, 'Permission denied.', 1);
  const after =
    change === 'd'
      ? ''
      : change === 'l'
        ? before.replace(/^!?/, '!')
        : change === 'u'
          ? before.replace(/^!/, '')
          : before;
  files.setPassword(name, ([each = '', , day = '', ...rest]) => [
    each,
    after,
    change === 'e' ? '0' : day,
    ...rest,
  ]);
  call.out(
    isBusybox(call)
      ? `passwd: password for ${name} changed by root\n`
      : 'passwd: password changed.\n',
  );
  return ended(0);
};

/** A new password, given twice. At a terminal nobody is asked: that is said. */
function ask(call: ProgramCall, files: AccountFiles, name: string): ProgramOutcome {
  if (call.stdin === null)
    return fail(call, 'asking for a password is not simulated here: use chpasswd');
  const [first = '', second = ''] = call.stdin.split('\n');
  call.error('New password: Retype new password: ');
  if (first !== second || first === '') {
    call.error(
      'Sorry, passwords do not match.\npasswd: Authentication token manipulation error\npasswd: password unchanged\n',
    );
    return ended(10);
  }
  set(files, name, () => hidden(name, first));
  call.error('passwd: password updated successfully\n');
  return ended(0);
}

/** `getent passwd|group [KEY…]`: lines of the account files, by name or number. */
export const getent: Program = (call) => {
  const [base, ...keys] = optionsOf(call).operands;
  const tryHelp = "Try `getent --help' or `getent --usage' for more information.\n";
  if (base === undefined) {
    call.error(`getent: wrong number of arguments\n${tryHelp}`);
    return ended(1);
  }
  const path = { passwd: '/etc/passwd', group: '/etc/group', hosts: '/etc/hosts' }[base];
  if (path === undefined) {
    call.error(`Unknown database: ${base}\n${tryHelp}`);
    return ended(1);
  }
  const entry = call.host.files.get(path);
  const lines = (entry?.kind === 'text' ? entry.text : '')
    .split('\n')
    .filter((line) => line !== '');
  if (base === 'hosts') return hosts(call, lines, keys);
  if (keys.length === 0) call.out(lines.map((line) => `${line}\n`).join(''));
  let missing = false;
  for (const key of keys) {
    const line = lines.find((each) => {
      const [name, , id] = each.split(':');
      return name === key || id === key;
    });
    if (line === undefined) missing = true;
    else call.out(`${line}\n`);
  }
  return ended(missing ? 2 : 0);
};

/** `getent hosts NAME`: the address that a name has here, as programs find it. */
function hosts(
  call: ProgramCall,
  lines: readonly string[],
  keys: readonly string[],
): ProgramOutcome {
  if (keys.length === 0) {
    for (const line of lines) {
      const [address = '', ...names] = line.split(/\s+/);
      call.out(`${address.padEnd(15)} ${names.join(' ')}\n`);
    }
    return ended(0);
  }
  let missing = false;
  for (const key of keys) {
    const address = call.host.resolve(key);
    if (address === null) missing = true;
    else if (address === '127.0.0.1') call.out(localName(lines, key));
    else call.out(`${address.padEnd(15)} ${key}\n`);
  }
  return ended(missing ? 2 : 0);
}

/** The line of a name of the machine itself: that of its newer address, if there is one. */
function localName(lines: readonly string[], key: string): string {
  const own = lines
    .map((line) => line.split(/\s+/))
    .filter((words) => words.slice(1).includes(key));
  const [address = '127.0.0.1', ...names] = own.find(([at]) => at?.includes(':')) ?? own[0] ?? [];
  return `${address.padEnd(15)} ${(names.length > 0 ? names : [key]).join(' ')}\n`;
}
