import { own } from '../../../kernel/own';
import { accountOf, groupName } from '../account';
import type { Program, ProgramCall, ProgramOutcome } from '../program';
import { fail, isBusybox, optionsOf } from './options';
import { ownerSeen, processesSeen, type Seen } from './process-list';

/** A column of `-o`: its title, its width in busybox's list and in procps', whether it stands at the right, and what stands there. */
interface Column {
  readonly title: string;
  readonly busybox: number | null;
  readonly procps: number;
  readonly right?: true;
  readonly cell: (each: Seen, call: ProgramCall) => string;
}

/** What a process takes is not modelled one by one: these stand for all, in KiB. */
const VIRTUAL = 4400;
const RESIDENT = 1400;

const number = (title: string, cell: (each: Seen) => number): Column => ({
  title,
  busybox: 5,
  procps: 7,
  right: true,
  cell: (each) => String(cell(each)),
});
const fixed = (
  title: string,
  busybox: number | null,
  procps: number,
  value: string,
  right?: true,
): Column => ({ title, busybox, procps, ...(right && { right }), cell: () => value });
const user = (title: string): Column => ({
  title,
  busybox: 8,
  procps: 8,
  cell: (each, call) => ownerSeen(call, each.user),
});
const group = (title: string): Column => ({
  title,
  busybox: 8,
  procps: 8,
  cell: (each, { host }) => groupName(host.files, accountOf(host.files, each.user).gid),
});
const words = (title: string): Column => ({ title, busybox: 256, procps: 27, cell: wordsOf });

/** Columns by name (busybox procps/ps.c; ps(1)). Those without a width are not known to busybox. */
const columns: Readonly<Record<string, Column>> = {
  pid: number('PID', ({ pid }) => pid),
  ppid: number('PPID', ({ parent }) => parent),
  pgid: number('PGID', (each) => each.group),
  sid: number('SID', (each) => each.group),
  nice: fixed('NI', 5, 3, '0', true),
  ni: fixed('NI', null, 3, '0', true),
  user: user('USER'),
  ruser: user('RUSER'),
  group: group('GROUP'),
  rgroup: group('RGROUP'),
  comm: { title: 'COMMAND', busybox: 16, procps: 15, cell: nameOf },
  args: words('COMMAND'),
  command: { ...words('COMMAND'), busybox: null },
  cmd: { ...words('CMD'), busybox: null },
  stat: { title: 'STAT', busybox: 4, procps: 4, cell: stateOf },
  tty: fixed('TT', 6, 8, '?'),
  tt: fixed('TT', null, 8, '?'),
  time: fixed('TIME', null, 8, '00:00:00', true),
  vsz: fixed('VSZ', 4, 6, String(VIRTUAL), true),
  rss: fixed('RSS', 4, 5, String(RESIDENT), true),
};

const USAGE =
  "Usage:\n ps [options]\n\n Try 'ps --help <simple|list|output|threads|misc|all>'\n  or 'ps --help <s|l|o|t|m|a>'\n for additional help text.\n\nFor more details see ps(1).\n";

/** The names that busybox knows, as it tells them. */
const BUSYBOX = 'user,group,comm,args,pid,ppid,pgid,nice,rgroup,ruser,tty,vsz,sid,stat,rss';

function isDead({ state }: Seen): boolean {
  return state === 'Z';
}

/** procps tells of the dead that they are. */
function wordsOf(each: Seen, call: ProgramCall): string {
  const text = each.argv.join(' ');
  return isDead(each) && !isBusybox(call) ? `${text} <defunct>` : text;
}

function nameOf(each: Seen, call: ProgramCall): string {
  return isDead(each) && !isBusybox(call) ? `${each.name} <defunct>` : each.name;
}

/** procps marks what leads a session. */
function stateOf({ state, pid, group }: Seen, call: ProgramCall): string {
  return isBusybox(call) || pid !== group || state !== 'S' ? state : 'Ss';
}

/** busybox's `ps [-o COLUMNS]` and procps' `ps`, `ps -ef`, `ps aux`. */
export const ps: Program = (call) => {
  const options = optionsOf(call, 'opu');
  const asked = options.values('o');
  if (asked.length > 0) return listColumns(call, asked);
  const rows = processesSeen(call);
  const right = (each: number, width: number): string => String(each).padStart(width);
  const hours = (at: number): string => new Date(at).toISOString().slice(11, 16);
  const owner = (each: Seen): string => ownerSeen(call, each.user).padEnd(8);
  if (isBusybox(call)) {
    call.out('PID   USER     COMMAND\n');
    for (const each of rows)
      call.out(`${right(each.pid, 5)} ${owner(each).slice(0, 8)} ${wordsOf(each, call)}\n`);
  } else if (call.argv.slice(1).join('').includes('aux')) {
    call.out('USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND\n');
    for (const each of rows) {
      const size = isDead(each) ? '     0     0' : '  4624  3712';
      const state = stateOf(each, call).padEnd(4);
      call.out(
        `${owner(each)} ${right(each.pid, 7)}  0.0  0.0 ${size} ?        ${state} ${hours(each.startedAt)}   0:00 ${wordsOf(each, call)}\n`,
      );
    }
  } else if (options.has('f')) {
    call.out('UID          PID    PPID  C STIME TTY          TIME CMD\n');
    for (const each of rows)
      call.out(
        `${owner(each)} ${right(each.pid, 7)} ${right(each.parent, 7)}  0 ${hours(each.startedAt)} ?        00:00:00 ${wordsOf(each, call)}\n`,
      );
  } else {
    call.out('    PID TTY          TIME CMD\n');
    for (const each of rows)
      call.out(`${right(each.pid, 7)} ?        00:00:00 ${nameOf(each, call)}\n`);
  }
  return { kind: 'exit', code: 0 };
};

/** `ps -o pid,comm=NAME`: a title of one's own is as wide as its column. */
function listColumns(call: ProgramCall, asked: readonly string[]): ProgramOutcome {
  const small = isBusybox(call);
  const shown: { title: string; width: number; column: Column }[] = [];
  for (const word of asked.flatMap((list) => list.split(small ? ',' : /[\s,]+/))) {
    const [name = '', title] = word.split(/=(.*)/s);
    const column = own(columns, name);
    const width = column && (small ? column.busybox : column.procps);
    if (!column || typeof width !== 'number')
      return small
        ? fail(call, `bad -o argument '${word}', supported arguments: ${BUSYBOX}`)
        : unknownColumn(call, word);
    const titled = title !== undefined && title !== '' && small ? title.length : width;
    shown.push({ title: title ?? column.title, width: titled, column });
  }
  const line = (cells: readonly string[]): string => `${cells.join(' ')}\n`;
  const last = shown.length - 1;
  const head = shown.map(({ title, width, column }, index) =>
    !small && column.right ? title.padStart(width) : index === last ? title : title.padEnd(width),
  );
  if (shown.some(({ title }) => title !== '')) call.out(line(head));
  for (const each of processesSeen(call)) {
    const cells = shown.map(({ width, column }, index) => {
      const text = column.cell(each, call);
      if (column.right) return text.padStart(width);
      const whole = index === last && (!small || column.busybox === null);
      const cut = whole ? text : text.slice(0, width);
      return index === last ? cut : cut.padEnd(width);
    });
    call.out(line(cells));
  }
  return { kind: 'exit', code: 0 };
}

function unknownColumn(call: ProgramCall, word: string): ProgramOutcome {
  call.error(`error: unknown user-defined format specifier "${word}"\n\n${USAGE}`);
  return { kind: 'exit', code: 1 };
}
