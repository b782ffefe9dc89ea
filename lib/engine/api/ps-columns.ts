import type { Process } from '../process/process';

/** A process of a container as the host's `ps` sees it. */
export interface PsProcess {
  readonly process: Process;
  readonly parent: number;
  readonly tty: string;
  readonly frozen: boolean;
  /** Virtual milliseconds since the epoch. */
  readonly now: number;
}

/** A column of `ps`. */
export interface PsColumn {
  readonly title: string;
  readonly value: (shown: PsProcess) => string;
}

const fixed = (title: string, value: string): PsColumn => ({ title, value: () => value });
const column = (title: string, value: (shown: PsProcess) => string): PsColumn => ({ title, value });

const userOf = ({ process }: PsProcess): string => process.user || 'root';
const pidOf = ({ process }: PsProcess): string => String(process.hostPid);
const nameOf = ({ process }: PsProcess): string =>
  (process.argv[0] ?? '').replace(/^.*\//, '').slice(0, 15);
const lineOf = ({ process }: PsProcess): string => process.argv.join(' ');
const stateOf = (shown: PsProcess): string => (shown.frozen ? 'D' : 'S');
const startOf = ({ process }: PsProcess): string =>
  new Date(process.startedAt).toISOString().slice(11, 16);

function elapsed({ process, now }: PsProcess): string {
  const seconds = Math.floor((now - process.startedAt) / 1000);
  const two = (number: number): string => String(number).padStart(2, '0');
  const [days, hours] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3600) % 24];
  const tail = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  if (days > 0) return `${days}-${two(hours)}:${tail}`;
  return hours > 0 ? `${two(hours)}:${tail}` : tail;
}

const pid = column('PID', pidOf);
const user = column('USER', userOf);
const command = column('COMMAND', lineOf);
const name = column('COMMAND', nameOf);
const rss = fixed('RSS', '1024');
const vsz = fixed('VSZ', '4400');

/** The columns of procps by their format specifiers. What a simulated process has no number for is a usual one. */
export const psColumns: Readonly<Record<string, PsColumn>> = {
  '%cpu': fixed('%CPU', '0.0'),
  '%mem': fixed('%MEM', '0.0'),
  addr: fixed('ADDR', '-'),
  args: command,
  c: fixed('C', '0'),
  cmd: column('CMD', lineOf),
  comm: name,
  command,
  cputime: fixed('TIME', '00:00:00'),
  etime: column('ELAPSED', elapsed),
  euser: column('EUSER', userOf),
  f: fixed('F', '4'),
  gid: fixed('GID', '0'),
  group: fixed('GROUP', 'root'),
  ni: fixed('NI', '0'),
  nice: fixed('NI', '0'),
  nlwp: fixed('NLWP', '1'),
  pcpu: fixed('%CPU', '0.0'),
  pgid: column('PGID', pidOf),
  pid,
  pmem: fixed('%MEM', '0.0'),
  ppid: column('PPID', ({ parent }) => String(parent)),
  pri: fixed('PRI', '80'),
  rss,
  rssize: rss,
  ruser: column('RUSER', userOf),
  s: column('S', stateOf),
  sid: column('SID', pidOf),
  start: column('START', startOf),
  stat: column('STAT', (shown) => `${stateOf(shown)}s`),
  state: column('S', stateOf),
  stime: column('STIME', startOf),
  sz: fixed('SZ', '1100'),
  time: fixed('TIME', '00:00:00'),
  tname: column('TTY', ({ tty }) => tty),
  tt: column('TT', ({ tty }) => tty),
  tty: column('TTY', ({ tty }) => tty),
  ucmd: column('CMD', nameOf),
  uid: column('UID', userOf),
  uname: user,
  user,
  vsize: vsz,
  vsz,
  wchan: fixed('WCHAN', '-'),
};
