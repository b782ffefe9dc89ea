import 'server-only';
import type { Container, Sandbox } from '@/lib/engine';
import type { Moment } from './sandbox-host';

type Output = Moment['output'];

const startOf = ({ state }: Container): number | null => {
  if (state.kind === 'running' || state.kind === 'paused') return state.run.startedAt;
  return state.last.startedAt;
};

/** What has happened between two states of a sandbox, as far as the later one tells: what main processes wrote, what ended, events. */
export function momentBetween(before: Sandbox, after: Sandbox): Moment {
  const output: Output[number][] = [];
  const exits = new Map<string, number>();
  for (const [id, frames] of after.logs) {
    const known = before.logs.get(id);
    if (known === frames) continue;
    const fresh = frames.last(Math.max(0, frames.length - (known?.length ?? 0)));
    for (const frame of fresh) output.push({ ...frame, container: id, pid: 1 });
  }
  for (const [id, container] of before.containers) {
    const later = after.containers.get(id);
    if (later === container || !wasUp(container)) continue;
    if (!later) exits.set(id, 0);
    else if (startOf(later) !== startOf(container) || !wasUp(later))
      exits.set(id, later.state.kind === 'exited' ? later.state.last.exitCode : 0);
  }
  const events = after.history.last(
    after.history === before.history
      ? 0
      : Math.max(0, after.history.length - before.history.length),
  );
  return { sandbox: after, events, output, exits };
}

function wasUp({ state }: Container): boolean {
  return state.kind === 'running' || state.kind === 'paused';
}
