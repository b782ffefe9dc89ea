import { draftContainer } from '../draft';
import type { Container, Health } from '../state';
import { containerOf, emitContainer, putContainer, type Turn } from '../turn';
import { withProbe, withResult } from './health';

/** Replaces what is known of a container's health, and its place in the agenda with it. */
function putHealth(turn: Turn, container: Container, health: Health): void {
  const draft = draftContainer(container);
  draft.health = health;
  draft.state = { ...container.state };
  putContainer(turn, draft);
}

/** Notes that a check has begun as a process; 0: it is being started. */
export function noteProbe(turn: Turn, id: string, pid: number): void {
  const container = containerOf(turn, id);
  const { health } = container;
  if (health !== null)
    putHealth(turn, container, withProbe(container, health, turn.state.now, pid));
}

/** Takes the result of a check into account. */
export function settleProbe(turn: Turn, id: string, exitCode: number, output: string): void {
  const container = turn.state.containers.get(id);
  if (!container || container.health === null || container.state.kind !== 'running') return;
  const health = withResult(container, container.health, turn.state.now, { exitCode, output });
  putHealth(turn, container, health);
  if (health.status !== container.health.status)
    emitContainer(turn, `health_status: ${health.status}`, container);
}

/** What the check that runs has written in this command. */
export function probeOutput(turn: Turn, id: string, pid: number): string {
  const start = turn.state.containers.get(id)?.health?.probe?.start ?? 0;
  return turn.output
    .filter((output) => output.container === id && output.pid === pid && output.at >= start)
    .map(({ text }) => text)
    .join('');
}
