import { listOfSignals } from '../signal-list';
import { parseSignal } from '../signals';
import type { Program } from '../program';
import { complain, fail, isBusybox, optionsOf } from './options';
import { ownerSeen, processesSeen, type Seen } from './process-list';

/** `top -b -n 1`: one screen of it. */
export const top: Program = (call) => {
  const rows = processesSeen(call);
  call.out(
    `Mem: 2930120K used, 5210400K free, 9812K shrd, 98304K buff, 1502208K cached\nCPU:   0% usr   0% sys   0% nic 100% idle   0% io   0% irq   0% sirq\nLoad average: 0.08 0.03 0.01 1/212 ${call.pid}\n  PID  PPID USER     STAT   VSZ %VSZ %CPU COMMAND\n`,
  );
  for (const { pid, parent, user, argv, state } of rows)
    call.out(
      `${String(pid).padStart(5)} ${String(parent).padStart(5)} ${ownerSeen(call, user).slice(0, 8).padEnd(8)} ${state}     ${state === 'Z' ? '   0' : '4400'}   0%   0% ${argv.join(' ')}\n`,
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
        ? !processesSeen(call).some(({ pid }) => pid === Number(arg))
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

/** `pidof [-o PID[,PID]…]… NAME`, `pgrep NAME`; that of sysvinit tells none that has ended and is still there. */
export const pidof: Program = (call) => {
  const options = optionsOf(call, 'o');
  const [name = ''] = options.operands;
  const omitted = options.values('o').flatMap((words) => words.split(',').map(Number));
  const isLeftOut = ({ pid, state }: Seen): boolean =>
    pid === call.pid || omitted.includes(pid) || (state === 'Z' && !isBusybox(call));
  const found = processesSeen(call).filter((each) => each.name === name && !isLeftOut(each));
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
  const found = processesSeen(call).filter((each) => each.pid !== call.pid && each.name === name);
  if (found.length === 0 && call.argv[0] === 'killall')
    complain(call, `${name}: no process killed`);
  for (const { pid } of found) call.host.kill(pid, signal ?? 'TERM');
  return { kind: 'exit', code: found.length > 0 ? 0 : 1 };
};
