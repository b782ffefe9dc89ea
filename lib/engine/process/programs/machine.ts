import { memoryFigures } from '../../system/memory-figures';
import type { Program, ProgramCall } from '../program';
import { fail, isBusybox, optionsOf } from './options';
import { textOfEntry } from './input';

/** The name with its domain: what /etc/hosts has first beside the name. */
function fullName(call: ProgramCall, name: string): string {
  const hosts = call.host.files.get('/etc/hosts');
  for (const line of (hosts ? textOfEntry(hosts) : '').split('\n')) {
    const [, ...names] = line.split(/\s+/);
    if (names.includes(name)) return names[0] ?? name;
  }
  return name;
}

/** `hostname [-i | -I | -f | -s]` */
export const hostname: Program = (call) => {
  const option = call.argv[1] ?? '';
  if (option !== '' && !option.startsWith('-'))
    return fail(
      call,
      isBusybox(call)
        ? 'sethostname: Operation not permitted'
        : 'you must be root to change the host name',
    );
  const { address, hostname: name } = call.host;
  const shown =
    option === '-i'
      ? address
      : option === '-I'
        ? `${address} `
        : option === '-f' || option === '--fqdn'
          ? fullName(call, name)
          : option === '-s'
            ? name.replace(/\..*/, '')
            : name;
  call.out(`${shown}\n`);
  return { kind: 'exit', code: 0 };
};

/** `uname [-asnrvm]` */
export const uname: Program = (call) => {
  const options = optionsOf(call, '', {
    all: 'a',
    'kernel-release': 'r',
    machine: 'm',
    nodename: 'n',
  });
  const { kernel, hostname: name, machine } = call.host;
  const parts: readonly (readonly [string, string])[] = [
    ['s', 'Linux'],
    ['n', name],
    ['r', kernel],
    ['v', machine.kernel.build],
    ['m', machine.machine],
    ['o', 'GNU/Linux'],
  ];
  const chosen = parts.filter(([letter]) => options.has('a') || options.has(letter));
  call.out(`${chosen.length === 0 ? 'Linux' : chosen.map(([, text]) => text).join(' ')}\n`);
  return { kind: 'exit', code: 0 };
};

/** `nproc`: the processors that the process may use. */
export const nproc: Program = (call) => {
  call.out(`${call.host.processors()}\n`);
  return { kind: 'exit', code: 0 };
};

/** `clear`: empties the screen; GNU's wants to know which kind of terminal it is (ncurses). */
export const clear: Program = (call) => {
  if (!isBusybox(call) && !call.env['TERM']) {
    call.error('TERM environment variable not set.\n');
    return { kind: 'exit', code: 1 };
  }
  call.out(isBusybox(call) ? '\u001b[H\u001b[J' : '\u001b[H\u001b[2J\u001b[3J');
  return { kind: 'exit', code: 0 };
};

/** `uptime` of the machine. */
export const uptime: Program = (call) => {
  call.out(
    ` ${new Date(call.host.now).toISOString().slice(11, 19)} up 1 day,  0 users,  load average: 0.08, 0.03, 0.01\n`,
  );
  return { kind: 'exit', code: 0 };
};

/** `free [-h | -m]`: the machine's memory, which a container sees too. */
export const free: Program = (call) => {
  const options = optionsOf(call);
  const {
    total,
    used,
    free: unused,
    shared,
    buffers,
    cached,
    available,
  } = memoryFigures(call.host.machine.memory);
  const kilobytes = [total, used, unused, shared, buffers + cached, available];
  const shown = kilobytes.map((n) =>
    options.has('h')
      ? `${(n / 1_048_576).toFixed(1)}G`
      : options.has('m')
        ? String(Math.floor(n / 1024))
        : String(n),
  );
  const row = (label: string, figures: readonly string[]): string =>
    `${label.padEnd(7)}${figures.map((text) => text.padStart(12)).join('')}\n`;
  call.out(
    `              total        used        free      shared  buff/cache   available\n${row('Mem:', shown)}${row('Swap:', ['0', '0', '0'])}`,
  );
  return { kind: 'exit', code: 0 };
};

/** `mount` without arguments: what is mounted; with them, what only a privileged container may do. */
export const mount: Program = (call) => {
  if (call.argv.length > 1) {
    call.error(
      isBusybox(call)
        ? 'mount: permission denied (are you root?)\n'
        : `mount: ${call.argv.at(-1) ?? ''}: permission denied.\n`,
    );
    return { kind: 'exit', code: isBusybox(call) ? 1 : 32 };
  }
  const table = call.host.files.get('/proc/mounts');
  for (const line of (table ? textOfEntry(table) : '').split('\n')) {
    const [device, at, type, flags] = line.split(' ');
    if (flags !== undefined)
      call.out(`${device ?? ''} on ${at ?? ''} type ${type ?? ''} (${flags})\n`);
  }
  return { kind: 'exit', code: 0 };
};

/** `tty`: the terminal of a container or an exec that was given one (`-t`). */
export const tty: Program = (call) => {
  const { terminal } = call.host;
  call.out(terminal ? '/dev/pts/0\n' : 'not a tty\n');
  return { kind: 'exit', code: terminal ? 0 : 1 };
};

/** `pwd` */
export const pwd: Program = (call) => {
  call.out(`${call.cwd}\n`);
  return { kind: 'exit', code: 0 };
};

/** `which NAME…` */
export const which: Program = (call) => {
  let code = 0;
  for (const name of optionsOf(call).operands) {
    const path = (call.env['PATH'] ?? '')
      .split(':')
      .map((folder) => `${folder}/${name}`)
      .find((candidate) => {
        const entry = call.host.files.get(candidate);
        return entry !== null && entry.kind !== 'directory';
      });
    if (path === undefined) code = 1;
    else call.out(`${path}\n`);
  }
  return { kind: 'exit', code };
};
