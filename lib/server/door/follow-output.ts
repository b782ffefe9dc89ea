import 'server-only';
import type { Frame, Sandbox } from '@/lib/engine';
import type { Live } from './live';
import type { Moment } from './sandbox-host';

/** A process whose output a client follows. */
export interface FollowedProcess {
  readonly container: string;
  readonly pid: number;
}

/** What becomes of the output. */
export interface OutputSink {
  write(frame: Frame): void;
  /** After everything that one moment brought; the process may now wait for a line. */
  settled(sandbox: Sandbox): void;
  /** The process has ended. */
  end(): void;
}

function isUp(sandbox: Sandbox, container: string): boolean {
  const kind = sandbox.containers.get(container)?.state.kind;
  return kind === 'running' || kind === 'paused';
}

function isThere(sandbox: Sandbox, container: string, pid: number): boolean {
  const state = sandbox.containers.get(container)?.state;
  if (state?.kind !== 'running' && state?.kind !== 'paused') return false;
  return state.run.processes.some((process) => process.pid === pid);
}

/** A start that fails closes the streams of the container (moby daemon/start.go). */
function failedToStart(sandbox: Sandbox, container: string): boolean {
  const state = sandbox.containers.get(container)?.state;
  return (state?.kind === 'created' || state?.kind === 'exited') && state.last.error !== '';
}

/** Hands on what a process writes from now on, until it has ended. Returns what ends it before. */
export function followOutput(
  live: Live,
  { container, pid }: FollowedProcess,
  sink: OutputSink,
): () => void {
  const key = pid === 1 ? container : `${container}/${pid}`;
  const take = ({ sandbox, output, exits }: Moment): void => {
    for (const piece of output)
      if (piece.container === container && piece.pid === pid) sink.write(piece);
    const ended =
      exits.has(key) ||
      !sandbox.containers.has(container) ||
      failedToStart(sandbox, container) ||
      (pid !== 1 && !isThere(sandbox, container, pid));
    if (!ended) return sink.settled(sandbox);
    stop();
    sink.end();
  };
  const stop = live.follow({
    take,
    waits: (sandbox) => (isUp(sandbox, container) ? 'soon' : 'no'),
    wakesAt: Infinity,
    lost: () => sink.end(),
  });
  return stop;
}
