import { refuse } from '../errors';
import type { Network } from './network';

export const SHARED =
  'container sharing network namespace with another container or host cannot be connected to any other network';

/**
 * Refuses a network that cannot stand beside the others of a container: the host's by itself only, none beside `none` (moby daemon/container_operations.go
 * updateNetworkSettings). `others` ends where it names the network itself.
 */
export function verifyBeside(
  mode: string | undefined,
  network: Network,
  others: readonly string[],
): void {
  if (mode !== 'host' && network.driver === 'host')
    refuse(
      'invalid-parameter',
      'cannot connect container to host network - container must be created in host network mode',
    );
  for (const name of others) {
    if (name === network.name) return;
    if (name === 'host' || network.driver === 'host') refuse('invalid-parameter', SHARED);
    if (name === 'none' || network.name === 'none')
      refuse(
        'invalid-parameter',
        'container cannot be connected to multiple networks with one of the networks in private (none) mode',
      );
  }
}
