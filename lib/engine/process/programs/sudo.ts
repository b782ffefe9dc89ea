import { resolvePath } from '../../files/path';
import { accountOf } from '../account';
import type { Program, ProgramCall, ProgramOutcome } from '../program';

const SECURE_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

const USAGE = `usage: sudo -h | -K | -k | -V
usage: sudo -v [-ABkNnS] [-g group] [-h host] [-p prompt] [-u user]
usage: sudo -l [-ABkNnS] [-g group] [-h host] [-p prompt] [-U user] [-u user]
            [command [arg ...]]
usage: sudo [-ABbEHkNnPS] [-r role] [-t type] [-C num] [-D directory] [-g
            group] [-h host] [-p prompt] [-R directory] [-T timeout] [-u user]
            [VAR=value] [-i | -s] [command [arg ...]]
usage: sudo -e [-ABkNnS] [-r role] [-t type] [-C num] [-D directory] [-g group]
            [-h host] [-p prompt] [-R directory] [-T timeout] [-u user] file ...
`;

/** Builtins of shells, which are no programs. */
const BUILTINS = new Set(['alias', 'cd', 'export', 'set', 'source', 'ulimit', 'umask', 'unset']);

/** How it was called: options by letter, variables to set, and the command. */
interface Asked {
  readonly letters: ReadonlySet<string>;
  readonly user: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly command: readonly string[];
}

/** Takes the words apart up to the command; a text is what is wrong. */
function read(words: readonly string[]): Asked | string {
  const letters = new Set<string>();
  const variables: Record<string, string> = {};
  let user = 'root';
  let at = 0;
  for (; at < words.length; at++) {
    const word = words[at] ?? '';
    const set = /^([A-Za-z_]\w*)=(.*)$/s.exec(word);
    if (set !== null) variables[set[1] ?? ''] = set[2] ?? '';
    else if (word === '--') {
      at++;
      break;
    } else if (word === '--user' || /^-[EHSbiknsP]*u$/.test(word)) {
      const given = words[++at];
      if (given === undefined) return "option requires an argument -- 'u'";
      for (const letter of word.slice(1, -1)) letters.add(letter);
      user = given;
    } else if (/^-u./.test(word)) user = word.slice(2);
    else if (word.startsWith('--user=')) user = word.slice('--user='.length);
    else if (word.startsWith('-') && word !== '-') {
      const wrong = word.slice(1).replace(/[EHKPSVbhiklnsv]/g, '')[0];
      if (wrong !== undefined) return `invalid option -- '${wrong}'`;
      for (const letter of word.slice(1)) letters.add(letter);
    } else break;
  }
  return { letters, user, variables, command: words.slice(at) };
}

/**
 * `sudo [-EHins] [-u USER] [NAME=VALUE…] COMMAND…`: becomes the command as root or as another user. The learner may run everything without a password. Words recorded from sudo 1.9.13 of Debian 12.
 */
export const sudo: Program = (call) => {
  const asked = read(call.argv.slice(1));
  if (typeof asked === 'string') {
    call.error(`sudo: ${asked}\n${USAGE}`);
    return failed;
  }
  const { letters, user, command } = asked;
  const { files } = call.host;
  if (letters.has('V')) call.out('Sudo version 1.9.13p3\n');
  if (letters.has('h')) call.out(`sudo - execute a command as another user\n\n${USAGE}`);
  if (letters.has('l')) call.out(listing(call));
  if (['V', 'h', 'l', 'v', 'k', 'K'].some((letter) => letters.has(letter)) && command.length === 0)
    return done;
  const account = accountOf(files, user);
  if (account.name !== user) {
    call.error(`sudo: unknown user ${user}\nsudo: error initializing audit plugin sudoers_audit\n`);
    return failed;
  }
  const isShell = letters.has('i') || letters.has('s');
  const [first] = command;
  if (first === undefined && !isShell) {
    call.error(USAGE);
    return failed;
  }
  if (opensShell(command, isShell) && !call.stdin) {
    call.error(
      'sudo: a shell of another user is no part of this simulated host: put sudo in front of each command\n',
    );
    return failed;
  }
  if (first !== undefined && !isShell && !isThere(call, first)) {
    call.error(notFound(first));
    return failed;
  }
  const shell = letters.has('i')
    ? accountOf(call.host.files, user).shell
    : (call.env['SHELL'] ?? '/bin/bash');
  const argv = isShell ? [shell, ...(first === undefined ? [] : ['-c', joined(command)])] : command;
  return {
    kind: 'exec',
    argv,
    env: environmentOf(call, asked, account, argv),
    user,
    ...(letters.has('i') && { cwd: account.home }),
  };
};

const done: ProgramOutcome = { kind: 'exit', code: 0 };
const failed: ProgramOutcome = { kind: 'exit', code: 1 };

function environmentOf(
  call: ProgramCall,
  { letters, user, variables }: Asked,
  { home, uid }: ReturnType<typeof accountOf>,
  argv: readonly string[],
): Readonly<Record<string, string>> {
  const caller = accountOf(call.host.files, call.user);
  const { TERM, LANG, HOME } = call.env;
  const kept = letters.has('E') ? call.env : { ...(TERM && { TERM }), ...(LANG && { LANG }) };
  return {
    ...kept,
    HOME: letters.has('E') && !letters.has('H') ? (HOME ?? home) : home,
    LOGNAME: user,
    USER: user,
    SHELL: accountOf(call.host.files, user).shell,
    MAIL: `/var/mail/${user}`,
    PATH: letters.has('i') && uid !== 0 ? '/usr/local/bin:/usr/bin:/bin' : SECURE_PATH,
    SUDO_COMMAND: argv.join(' '),
    SUDO_GID: String(caller.gid),
    SUDO_UID: String(caller.uid),
    SUDO_USER: caller.name,
    ...variables,
  };
}

/** `sudo -i`, `sudo bash`, `sudo su -`: a shell that would be typed into. */
function opensShell(command: readonly string[], isShell: boolean): boolean {
  const [first, ...others] = command;
  if (first === undefined) return isShell;
  return (
    !isShell && /^(?:ba|da)?sh$|^su$/.test(first) && !others.some((word) => /^[^-]|^-c/.test(word))
  );
}

function isThere(call: ProgramCall, word: string): boolean {
  const places = word.includes('/')
    ? [resolvePath(call.cwd, word)]
    : SECURE_PATH.split(':').map((folder) => `${folder}/${word}`);
  return places.some((place) => {
    const entry = call.host.files.get(place);
    return entry !== null && entry.kind !== 'directory';
  });
}

function notFound(word: string): string {
  const builtin = BUILTINS.has(word)
    ? `sudo: "${word}" is a shell built-in command, it cannot be run directly.
sudo: the -s option may be used to run a privileged shell.
sudo: the -D option may be used to run a command in a specific directory.
`
    : '';
  return `sudo: ${word}: command not found\n${builtin}`;
}

/** The words of a command as one for a shell, in which nothing but `$` means more than itself. */
function joined(command: readonly string[]): string {
  return command.map((word) => word.replace(/[^\w$-]/g, '\\$&')).join(' ');
}

function listing(call: ProgramCall): string {
  const { name } = accountOf(call.host.files, call.user);
  const host = call.host.files.get('/etc/hostname');
  const at = host?.kind === 'text' ? host.text.trim() : 'localhost';
  return `Matching Defaults entries for ${name} on ${at}:
    env_reset, mail_badpass, secure_path=${SECURE_PATH.replaceAll(':', '\\:')}, use_pty

User ${name} may run the following commands on ${at}:
    (ALL : ALL) NOPASSWD: ALL
`;
}
