import type { Descriptor, ShellFrame, ShellStreams } from './process';

/** What is not open. */
export const CLOSED = { kind: 'closed' } as const;

/** What a number stands for; undefined when nothing is open there. */
export function descriptorOf(streams: ShellStreams, fd: number): Descriptor | undefined {
  const found =
    fd === 0
      ? ({ kind: 'input', text: streams.stdin } as const)
      : fd === 1
        ? streams.stdout
        : fd === 2
          ? streams.stderr
          : streams.others?.[fd];
  return found?.kind === 'closed' ? undefined : found;
}

/** The streams with something else at a number; `from`: the number that it is a copy of. */
export function withDescriptor(
  streams: ShellStreams,
  fd: number,
  to: Descriptor,
  from?: number,
): ShellStreams {
  if (fd === 0) {
    const { from: _before, ...rest } = streams;
    const stdin = to.kind === 'input' ? to.text : '';
    return from === undefined || from < 3 ? { ...rest, stdin } : { ...rest, stdin, from };
  }
  if (fd > 2) return { ...streams, others: { ...streams.others, [fd]: to } };
  const target = to.kind === 'input' ? CLOSED : to;
  return fd === 1 ? { ...streams, stdout: target } : { ...streams, stderr: target };
}

/** The number that a name of an open descriptor has: `/dev/stdout`, `/dev/fd/3`; NaN for any other path. */
export function numberOf(path: string): number {
  const standard = ['/dev/stdin', '/dev/stdout', '/dev/stderr'].indexOf(path);
  if (standard >= 0) return standard;
  return Number(/^\/(?:dev|proc\/self)\/fd\/(\d+)$/.exec(path)?.[1] ?? NaN);
}

/** What is open from 3 on, as a shell has it whose own output is collected. */
export function othersWithin({ others }: ShellStreams): Pick<ShellStreams, 'others'> {
  if (others === undefined) return {};
  const within = Object.entries(others).map(([fd, to]): readonly [string, Descriptor] => [
    fd,
    to.kind === 'stdout' || to.kind === 'stderr' || to.kind === 'outer'
      ? { kind: 'outer', of: to }
      : to,
  ]);
  return { others: Object.fromEntries(within) };
}

/** The streams behind a redirection: what it has not changed is as it is `now`, read on or given by `exec`. */
export function restored(
  { before, within }: Pick<Extract<ShellFrame, { kind: 'redirect' }>, 'before' | 'within'>,
  now: ShellStreams,
): ShellStreams {
  const { from: _from, ...rest } = before.stdin === within.stdin ? now : before;
  const { from } = before;
  return {
    ...rest,
    ...(from === undefined ? {} : { from }),
    stdout: (before.stdout === within.stdout ? now : before).stdout,
    stderr: (before.stderr === within.stderr ? now : before).stderr,
    ...(before.others === within.others
      ? now.others && { others: now.others }
      : { others: before.others ?? {} }),
  };
}

/** The streams behind a subshell, which shares its input with the shell: what it has read of it is gone. */
export function behindSubshell(before: ShellStreams, now: ShellStreams): ShellStreams {
  const isSame = now.stdin !== null && (before.stdin?.endsWith(now.stdin) ?? false);
  return isSame ? { ...before, stdin: now.stdin } : before;
}

/** The streams when a part of an input has been read: what is a copy of it has moved on, too. */
export function readOn(streams: ShellStreams, of: ShellStreams, taken: number): ShellStreams {
  const input = of.stdin ?? '';
  const rest = input.slice(taken);
  const moved = input === streams.stdin ? { ...streams, stdin: rest } : streams;
  const source = of.from === undefined ? undefined : streams.others?.[of.from];
  if (of.from === undefined || source?.kind !== 'input' || source.text !== input) return moved;
  return withDescriptor(moved, of.from, { kind: 'input', text: rest });
}
