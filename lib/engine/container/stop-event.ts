import type { Container } from '../state';
import { emitContainer, type Turn } from '../turn';

/**
 * Tells that a container was stopped. Who waits for the end learns of it while the engine still writes it down, and so `stop` comes before `die`
 * (moby daemon/monitor.go handleContainerExit).
 */
export function emitStop(turn: Turn, container: Container): void {
  emitContainer(turn, 'stop', container);
  const { events } = turn;
  const stop = events.pop();
  if (!stop) return;
  let at = events.length;
  while (at > 0 && !(events[at - 1]?.action === 'die' && events[at - 1]?.actor === container.id)) {
    at--;
    if (events[at]?.action === 'start' && events[at]?.actor === container.id) at = 0;
  }
  events.push(stop);
  if (at === 0) return;
  for (let i = events.length - 1; i >= at; i--) events[i] = events[i - 1] ?? stop;
  events[at - 1] = stop;
}
