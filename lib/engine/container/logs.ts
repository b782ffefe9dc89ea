import { AppendList } from '../../kernel/append-list';
import type { LogFrame } from '../state';
import { change, type Turn } from '../turn';

/** How many pieces of output are kept of a container; past that the older half is forgotten, as a log that is rotated. */
const MOST_LOG_FRAMES = 10_000;

/** Takes what main processes have written since the last time into the logs of their containers. */
export function keepLogs(turn: Turn): void {
  const { output } = turn;
  if (turn.logged >= output.length) return;
  let { logs } = turn.state;
  for (; turn.logged < output.length; turn.logged++) {
    const written = output[turn.logged];
    if (!written || written.pid !== 1 || !turn.state.containers.has(written.container)) continue;
    const { at, stream, text, container } = written;
    const frame: LogFrame = { at, stream, text };
    const before = logs.get(container);
    const kept =
      before === undefined || before.length < MOST_LOG_FRAMES
        ? before
        : AppendList.of(before.last(MOST_LOG_FRAMES / 2));
    logs = logs.set(container, kept ? kept.append(frame) : AppendList.of([frame]));
  }
  change(turn).logs = logs;
}

/** Everything that is kept of what a container's main process wrote, oldest first. */
export function logsOf(turn: Turn, containerId: string): readonly LogFrame[] {
  keepLogs(turn);
  return [...(turn.state.logs.get(containerId) ?? [])];
}
