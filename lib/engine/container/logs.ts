import { AppendList } from '../../kernel/append-list';
import type { LogFrame } from '../state';
import { change, type Turn } from '../turn';

/** How many pieces of output are kept of a container; past that the older half is forgotten, as a log that is rotated. */
const MOST_LOG_FRAMES = 10_000;

/** Takes what main processes have written since the last time into the logs of their containers. */
export function keepLogs(turn: Turn): void {
  const { output } = turn;
  while (turn.logged < output.length) {
    const container = output[turn.logged]?.container ?? '';
    const written: LogFrame[] = [];
    for (let each = output[turn.logged]; each?.container === container;) {
      if (each.pid === 1) written.push(new WrittenFrame(each));
      each = output[++turn.logged];
    }
    if (written.length > 0 && turn.state.containers.has(container))
      addLogs(turn, container, written);
  }
}

/**
 * Made by `new` and not written out as `{ … }`: where many containers stand, their logs last, and V8 then makes what such a literal writes among the old
 * objects, where also that of containers that are soon removed stays until the heap is gone through (docs/decisions/066).
 */
class WrittenFrame implements LogFrame {
  readonly at: number;
  readonly stream: LogFrame['stream'];
  readonly text: string;

  constructor({ at, stream, text }: LogFrame) {
    this.at = at;
    this.stream = stream;
    this.text = text;
  }
}

function addLogs(turn: Turn, container: string, frames: readonly LogFrame[]): void {
  const { logs } = turn.state;
  const before = logs.get(container) ?? AppendList.of<LogFrame>([]);
  const kept =
    before.length < MOST_LOG_FRAMES ? before : AppendList.of(before.last(MOST_LOG_FRAMES / 2));
  change(turn).logs = logs.set(container, kept.append(frames));
}

/** Everything that is kept of what a container's main process wrote, oldest first. */
export function logsOf(turn: Turn, containerId: string): readonly LogFrame[] {
  keepLogs(turn);
  return [...(turn.state.logs.get(containerId) ?? [])];
}
