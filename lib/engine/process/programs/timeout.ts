import { own } from '../../../kernel/own';
import { dueAt } from '../process';
import { parseSignal, signalNumbers } from '../signals';
import { CapturedHost } from '../captured-host';
import type { Program } from '../program';
import { durationOf } from './duration';
import { fail, isBusybox, quoted } from './options';
import { missingOperand } from './usage';

interface Limit {
  /** The signal's name; null when there is no such one. */
  readonly signal: string | null;
  /** Whether the program's own exit code is told when the time is over. */
  readonly preserve: boolean;
  /** The signal as it was written, the duration and the command. */
  readonly written: string;
  readonly duration: string;
  readonly argv: readonly string[];
}

/** Takes the options in front of the duration; those of the command are its own. */
function limitOf(argv: readonly string[]): Limit {
  let written = 'TERM';
  let preserve = false;
  let at = 1;
  for (; /^-./.test(argv[at] ?? '') && argv[at] !== '--'; at++) {
    const word = argv[at] ?? '';
    const option = /^-([sk])(.*)$|^--(signal|kill-after)=(.*)$/.exec(word);
    if (word === '--preserve-status') preserve = true;
    if (option === null) continue;
    const [, letter, behind = '', long, value] = option;
    const given = long === undefined ? behind || (argv[++at] ?? '') : (value ?? '');
    if (letter === 's' || long === 'signal') written = given;
  }
  if (argv[at] === '--') at++;
  const signal = parseSignal(written);
  return { signal, preserve, written, duration: argv[at] ?? '', argv: argv.slice(at + 1) };
}

/**
 * How it ends when the time is over (coreutils timeout(1)): it is killed itself by a KILL, which goes to its whole group; busybox by any signal, for it has
 * become the command.
 */
function endOf(
  { signal, preserve }: Limit,
  busybox: boolean,
): { readonly code: number; readonly signal?: string } {
  const killed = 128 + (own(signalNumbers, signal ?? '') ?? 0);
  if (signal !== null && (busybox || signal === 'KILL')) return { code: killed, signal };
  return { code: preserve ? killed : 124 };
}

/** `timeout [-s SIGNAL] [-k N] [--preserve-status] DURATION COMMAND…`; a duration of 0 is none. */
export const timeout: Program = (call) => {
  const order = limitOf(call.argv);
  const { argv, written } = order;
  if (argv.length === 0)
    return isBusybox(call)
      ? missingOperand(call)
      : fail(call, "missing operand\nTry 'timeout --help' for more information.", 125);
  if (order.signal === null)
    return fail(
      call,
      isBusybox(call)
        ? `unknown signal '${written}'`
        : `${quoted(call, written)}: invalid signal\nTry 'timeout --help' for more information.`,
      isBusybox(call) ? 1 : 125,
    );
  const read = durationOf(order.duration);
  const limit = read === 0 && !isBusybox(call) ? Infinity : read;
  if (limit === null)
    return fail(
      call,
      isBusybox(call)
        ? `invalid number '${order.duration}'`
        : `invalid time interval ${quoted(call, order.duration)}`,
      isBusybox(call) ? 1 : 125,
    );
  const streams = {
    stdout: { kind: 'stdout' },
    stderr: { kind: 'stderr' },
    stdin: call.stdin,
  } as const;
  const { env, cwd, user, host } = call;
  const started = host.launch(
    {
      argv,
      env,
      cwd,
      user,
      pid: host.newPid(),
      streams,
      depth: call.depth + 1,
      ...(limit < Infinity && {
        deadline: { at: host.now + limit * 1000, signal: order.signal },
      }),
    },
    new CapturedHost(host, (stream, text) =>
      stream === 'stdout' ? call.out(text) : call.error(text),
    ),
  );
  if (started.kind === 'refused')
    return fail(
      call,
      isBusybox(call)
        ? `can't execute '${argv[0] ?? ''}': No such file or directory`
        : `failed to run command ${quoted(call, argv[0] ?? '')}: No such file or directory`,
      started.code,
    );
  if (started.kind === 'exit') return started;
  const due = dueAt(started.activity) - host.now;
  // busybox sends its signal to what it has become: process 1 of a container, which has no handler for it.
  const deaf = isBusybox(call) && call.pid === 1;
  return deaf || due <= limit * 1000
    ? { kind: 'sleep', milliseconds: due }
    : { kind: 'sleep', milliseconds: limit * 1000, ...endOf(order, isBusybox(call)) };
};
