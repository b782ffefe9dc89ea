import type { Account } from '../process/account';
import type { Running } from '../process/process-tree';

/** A process of a container as the host's `ps` sees it. */
export interface PsProcess {
  readonly process: Running;
  /** Numbers that the host knows it and what began it by. */
  readonly pid: number;
  readonly parent: number;
  /** Who it is in the container, and what the host calls that number. */
  readonly account: Account;
  readonly user: string;
  readonly tty: string;
  readonly frozen: boolean;
  /** Virtual milliseconds since the epoch. */
  readonly now: number;
}

/** A column of `ps`. `widest`: where it is not the last one, the rest of a longer text is cut off. */
export interface PsColumn {
  readonly title: string;
  readonly value: (shown: PsProcess) => string;
  readonly widest?: number;
}

const fixed = (title: string, value: string): PsColumn => ({ title, value: () => value });
const column = (title: string, value: (shown: PsProcess) => string): PsColumn => ({ title, value });

const userOf = ({ user }: PsProcess): string => user;
const pidOf = ({ pid }: PsProcess): string => String(pid);
const nameOf = ({ process }: PsProcess): string => process.name;
const lineOf = ({ process }: PsProcess): string => process.argv.join(' ');
const stateOf = (shown: PsProcess): string => (shown.frozen ? 'D' : 'S');
/** What was begun from outside leads the group and session of what it begins. */
const leaderOf = ({ process, pid, parent }: PsProcess): string =>
  String(process.parent === 0 ? pid : parent);
const groupOf = ({ account }: PsProcess): string =>
  account.gid === 0 ? 'root' : String(account.gid);
const clockOf =
  (length: number) =>
  ({ process }: PsProcess): string =>
    new Date(process.startedAt).toISOString().slice(11, 11 + length);

const secondsOf = ({ process, now }: PsProcess): number =>
  Math.floor((now - process.startedAt) / 1000);

function elapsed(shown: PsProcess): string {
  const seconds = secondsOf(shown);
  const two = (number: number): string => String(number).padStart(2, '0');
  const [days, hours] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3600) % 24];
  const tail = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  if (days > 0) return `${days}-${two(hours)}:${tail}`;
  return hours > 0 ? `${two(hours)}:${tail}` : tail;
}

/** `Sat Nov 21 22:05:00 2026` */
function longStart({ process }: PsProcess): string {
  const [day, date, month, year, time] = new Date(process.startedAt).toUTCString().split(' ');
  return `${day?.slice(0, 3) ?? ''} ${month ?? ''} ${String(Number(date))} ${time ?? ''} ${year ?? ''}`;
}

const pid = column('PID', pidOf);
const user = column('USER', userOf);
const LINE = 27;
const command = { ...column('COMMAND', lineOf), widest: LINE };
const name = column('COMMAND', nameOf);
const time = fixed('TIME', '00:00:00');
const rss = fixed('RSS', '1024');
const vsz = fixed('VSZ', '4400');
const flags = fixed('F', '4');
const nothing = '0000000000000000';

/** The columns of procps by their format specifiers. What a simulated process has no number for is a usual one. */
export const psColumns: Readonly<Record<string, PsColumn>> = {
  '%cpu': fixed('%CPU', '0.0'),
  '%mem': fixed('%MEM', '0.0'),
  addr: fixed('ADDR', '-'),
  args: command,
  blocked: fixed('BLOCKED', nothing),
  bsdstart: column('START', clockOf(5)),
  bsdtime: fixed('TIME', '0:00'),
  c: fixed('C', '0'),
  caught: fixed('CAUGHT', nothing),
  cls: fixed('CLS', 'TS'),
  cmd: { ...column('CMD', lineOf), widest: LINE },
  comm: name,
  /** The name under the title that short layouts give it. */
  comm_cmd: column('CMD', nameOf),
  command,
  cputime: time,
  drs: fixed('DRS', '4400'),
  egroup: column('EGROUP', groupOf),
  etime: column('ELAPSED', elapsed),
  etimes: column('ELAPSED', (shown) => String(secondsOf(shown))),
  euid: column('EUID', ({ account }) => String(account.uid)),
  euser: column('EUSER', userOf),
  f: flags,
  flag: flags,
  flags,
  gid: column('GID', ({ account }) => String(account.gid)),
  group: column('GROUP', groupOf),
  ignored: fixed('IGNORED', nothing),
  lstart: column('STARTED', longStart),
  majflt: fixed('MAJFL', '0'),
  ni: fixed('NI', '0'),
  nice: fixed('NI', '0'),
  nlwp: column('NLWP', ({ process }) => String(process.threads)),
  opri: fixed('PRI', '80'),
  pcpu: fixed('%CPU', '0.0'),
  pending: fixed('PENDING', nothing),
  pgid: column('PGID', leaderOf),
  pgrp: column('PGRP', leaderOf),
  pid,
  pmem: fixed('%MEM', '0.0'),
  ppid: column('PPID', ({ parent }) => String(parent)),
  pri: fixed('PRI', '19'),
  psr: fixed('PSR', '0'),
  rgid: column('RGID', ({ account }) => String(account.gid)),
  rgroup: column('RGROUP', groupOf),
  rss,
  rssize: rss,
  rtprio: fixed('RTPRIO', '-'),
  ruid: column('RUID', ({ account }) => String(account.uid)),
  ruser: column('RUSER', userOf),
  s: column('S', stateOf),
  sess: column('SESS', leaderOf),
  sid: column('SID', leaderOf),
  start: column('STARTED', clockOf(8)),
  start_time: column('START', clockOf(5)),
  stat: column(
    'STAT',
    (shown) =>
      `${stateOf(shown)}${shown.process.parent === 0 ? 's' : ''}${shown.process.threads > 1 ? 'l' : ''}`,
  ),
  state: column('S', stateOf),
  stime: column('STIME', clockOf(5)),
  sz: fixed('SZ', '1100'),
  thcount: column('THCNT', ({ process }) => String(process.threads)),
  time,
  tname: column('TTY', ({ tty }) => tty),
  tpgid: fixed('TPGID', '-1'),
  trs: fixed('TRS', '0'),
  tt: column('TT', ({ tty }) => tty),
  tty: column('TT', ({ tty }) => tty),
  ucmd: column('CMD', nameOf),
  ucomm: name,
  uid: column('UID', ({ account }) => String(account.uid)),
  uname: user,
  /** Names under the title of numbers, as `-f` shows them. */
  uname_uid: column('UID', userOf),
  user,
  vsize: vsz,
  vsz,
  wchan: fixed('WCHAN', '-'),
};
