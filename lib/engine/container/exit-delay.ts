import type { Container } from '../state';
import type { Turn } from '../turn';

/* Milliseconds of the virtual clock, on which a command that does not wait takes 50; on the recorded engine such a command takes about 25. */
const WITHOUT_NETWORK = 75;
const ON_A_NETWORK = 175;
const WITH_PUBLISHED_PORTS = 375;
const LAUNCH = 150;

/** No end is noticed later than so many milliseconds after it. */
export const LONGEST_EXIT_DELAY = WITH_PUBLISHED_PORTS;

/**
 * How long the engine takes from the end of a main process until it knows of it, in milliseconds. Until then it has the task deleted, waits for the
 * output and takes the network and its ports apart, and the container counts as running (moby daemon/monitor.go handleContainerExit). Commands in a
 * script follow one another at once and see that; at a keyboard it has long been done when the next line is typed: 0. An operation that waits for
 * the end (`turn.awaited`) goes on with it: 0 too.
 */
export function exitDelay(turn: Turn, container: Container): number {
  if (turn.state.client.terminal || turn.awaited === container.id) return 0;
  const { NetworkMode: mode, PortBindings: ports } = container.hostConfig;
  if (mode === 'none' || mode === 'host') return WITHOUT_NETWORK;
  for (const _ in ports) return WITH_PUBLISHED_PORTS;
  return ON_A_NETWORK;
}

/** How long a restart by policy takes once its back-off is over, on the same clock. */
export function launchTime(turn: Turn): number {
  return turn.state.client.terminal ? 0 : LAUNCH;
}
