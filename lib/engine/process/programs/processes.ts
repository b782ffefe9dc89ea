import { own } from '../../../kernel/own';
import { listOfSignals } from '../signal-list';
import { parseSignal } from '../signals';
import { accountOf, userName } from '../account';
import { processTree, type Running } from '../process-tree';
import type { Program, ProgramCall } from '../program';
import { complain, fail, isBusybox, optionsOf } from './options';

type Shown = Pick<Running, 'pid' | 'parent' | 'argv' | 'name' | 'user' | 'startedAt'>;

/** The processes of the container with the one that asks. */
function all(call: ProgramCall): readonly Shown[] {
  const name = (call.argv[0] ?? '').split('/').at(-1) ?? '';
  const tree = processTree(call.host.processes());
  if (tree.some(({ pid }) => pid === call.pid))
    return tree.map((each) => (each.pid === call.pid ? { ...each, argv: call.argv, name } : each));
  const { pid, user, argv, host } = call;
  return [...tree, { pid, parent: 0, argv, name, user, startedAt: host.now }];
}

function owner(call: ProgramCall, user: string): string {
  return userName(call.host.files, accountOf(call.host.files, user).uid);
}

/** busybox's `ps [-o COLUMNS]` and procps' `ps`, `ps -ef`, `ps aux`. */
export const ps: Program = (call) => {
  const options = optionsOf(call, 'opu');
  const asked = options.value('o');
  const rows = all(call);
  const hours = (at: number): string => new Date(at).toISOString().slice(11, 16);
  if (asked !== undefined) {
    const columns = asked.split(',');
    const cell = (each: Shown, column: string): string =>
      ({
        pid: String(each.pid),
        ppid: String(each.parent),
        user: owner(call, each.user),
        comm: each.name,
        args: each.argv.join(' '),
        cmd: each.argv.join(' '),
        time: '0:00',
        tty: '?',
      })[column] ?? '-';
    const titles: Readonly<Record<string, string>> = {
      comm: 'COMMAND',
      args: 'COMMAND',
      cmd: 'CMD',
    };
    call.out(
      `${columns
        .map((column) =>
          (own(titles, column) ?? column.toUpperCase()).padEnd(
            column === 'pid' || column === 'ppid' ? 5 : 8,
          ),
        )
        .join(' ')
        .trimEnd()}\n`,
    );
    for (const each of rows)
      call.out(
        `${columns
          .map((column) =>
            column === 'pid' || column === 'ppid'
              ? cell(each, column).padStart(5)
              : cell(each, column).padEnd(8),
          )
          .join(' ')
          .trimEnd()}\n`,
      );
    return { kind: 'exit', code: 0 };
  }
  if (isBusybox(call)) {
    call.out('PID   USER     COMMAND\n');
    for (const { pid, user, argv } of rows)
      call.out(
        `${String(pid).padStart(5)} ${owner(call, user).slice(0, 8).padEnd(8)} ${argv.join(' ')}\n`,
      );
  } else if (call.argv.slice(1).join('').includes('aux')) {
    call.out('USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND\n');
    for (const { pid, user, argv, startedAt } of rows)
      call.out(
        `${owner(call, user).padEnd(8)} ${String(pid).padStart(7)}  0.0  0.0   4624  3712 ?        ${pid === 1 ? 'Ss' : pid === call.pid ? 'R ' : 'S '}   ${hours(startedAt)}   0:00 ${argv.join(' ')}\n`,
      );
  } else if (options.has('f')) {
    call.out('UID          PID    PPID  C STIME TTY          TIME CMD\n');
    for (const { pid, parent, user, argv, startedAt } of rows)
      call.out(
        `${owner(call, user).padEnd(8)} ${String(pid).padStart(7)} ${String(parent).padStart(7)}  0 ${hours(startedAt)} ?        00:00:00 ${argv.join(' ')}\n`,
      );
  } else {
    call.out('    PID TTY          TIME CMD\n');
    for (const { pid, name } of rows)
      call.out(`${String(pid).padStart(7)} ?        00:00:00 ${name}\n`);
  }
  return { kind: 'exit', code: 0 };
};

/** `top -b -n 1`: one screen of it. */
export const top: Program = (call) => {
  const rows = all(call);
  call.out(
    `Mem: 2930120K used, 5210400K free, 9812K shrd, 98304K buff, 1502208K cached\nCPU:   0% usr   0% sys   0% nic 100% idle   0% io   0% irq   0% sirq\nLoad average: 0.08 0.03 0.01 1/212 ${call.pid}\n  PID  PPID USER     STAT   VSZ %VSZ CPU %CPU COMMAND\n`,
  );
  for (const { pid, parent, user, argv } of rows)
    call.out(
      `${String(pid).padStart(5)} ${String(parent).padStart(5)} ${owner(call, user).slice(0, 8).padEnd(8)} ${pid === call.pid ? 'R' : 'S'}     4400   0%   0   0% ${argv.join(' ')}\n`,
    );
  return call.argv.join(' ').includes('b') ? { kind: 'exit', code: 0 } : { kind: 'read' };
};

/** `kill [-s SIGNAL | -SIGNAL] PID…` */
export const kill: Program = (call) => {
  let signal: string | null = 'TERM';
  let failed = false;
  const args = call.argv.slice(1);
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (arg === '-s') signal = parseSignal(args[++i] ?? '');
    else if (arg === '-l') {
      call.out(listOfSignals(isBusybox(call) ? 'busybox' : 'dash'));
      return { kind: 'exit', code: 0 };
    } else if (/^-[A-Z0-9]+$/i.test(arg)) {
      signal = arg === '-0' ? '0' : parseSignal(arg.slice(1));
      if (signal === null)
        return fail(
          call,
          isBusybox(call)
            ? `bad signal name '${arg.slice(1)}'`
            : `${arg.slice(1)}: invalid signal specification`,
        );
    } else if (!/^\d+$/.test(arg)) {
      complain(
        call,
        isBusybox(call) ? `invalid number '${arg}'` : `failed to parse argument: '${arg}'`,
      );
      failed = true;
    } else if (
      signal === '0'
        ? !all(call).some(({ pid }) => pid === Number(arg))
        : !call.host.kill(Number(arg), signal ?? 'TERM')
    ) {
      complain(
        call,
        isBusybox(call) ? `can't kill pid ${arg}: No such process` : `(${arg}) - No such process`,
      );
      failed = true;
    }
  }
  return { kind: 'exit', code: failed ? 1 : 0 };
};

/** `pidof NAME`, `pgrep NAME` */
export const pidof: Program = (call) => {
  const [name = ''] = optionsOf(call).operands;
  const found = all(call).filter((each) => each.pid !== call.pid && each.name === name);
  if (found.length > 0)
    call.out(
      `${found
        .map(({ pid }) => pid)
        .reverse()
        .join(' ')}\n`,
    );
  return { kind: 'exit', code: found.length > 0 ? 0 : 1 };
};

/** `killall NAME`, `pkill NAME` */
export const killall: Program = (call) => {
  const [name = ''] = optionsOf(call, 's').operands;
  const option = call.argv.find((arg) => /^-[A-Z0-9]+$/.test(arg));
  const signal = option === undefined ? 'TERM' : parseSignal(option.slice(1));
  const found = all(call).filter((each) => each.pid !== call.pid && each.name === name);
  if (found.length === 0 && call.argv[0] === 'killall')
    complain(call, `${name}: no process killed`);
  for (const { pid } of found) call.host.kill(pid, signal ?? 'TERM');
  return { kind: 'exit', code: found.length > 0 ? 0 : 1 };
};
