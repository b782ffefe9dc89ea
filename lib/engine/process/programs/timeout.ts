import { dueAt } from '../process';
import { CapturedHost } from '../captured-host';
import type { Program } from '../program';
import { durationOf } from './duration';
import { fail, isBusybox, quoted } from './options';

/** `timeout [-s SIGNAL] [-k N] DURATION COMMAND…`: 124 when the time is over (busybox: 143). */
export const timeout: Program = (call) => {
  let at = 1;
  while (call.argv[at]?.startsWith('-')) at += /^-[sk]$/.test(call.argv[at] ?? '') ? 2 : 1;
  const limit = durationOf(call.argv[at] ?? '');
  const argv = call.argv.slice(at + 1);
  if (limit === null)
    return fail(
      call,
      isBusybox(call)
        ? `invalid number '${call.argv[at] ?? ''}'`
        : `invalid time interval ${quoted(call, call.argv[at] ?? '')}`,
      isBusybox(call) ? 1 : 125,
    );
  if (argv.length === 0)
    return fail(call, "missing operand\nTry 'timeout --help' for more information.", 125);
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
      deadline: host.now + limit * 1000,
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
    : { kind: 'sleep', milliseconds: limit * 1000, code: isBusybox(call) ? 143 : 124 };
};
