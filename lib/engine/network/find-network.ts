import { refuse } from '../errors';
import type { Sandbox } from '../state';
import type { Network } from './network';

/** Finds a network by its full id, its exact name or a unique prefix of its id; null when there is none (moby daemon/network.go FindNetwork). */
export function findNetwork(state: Sandbox, word: string): Network | null {
  const exact = state.networks.get(word);
  if (exact) return exact;
  if (word === '') return null;
  const byPrefix: Network[] = [];
  for (const network of state.networks.values()) {
    if (network.name === word) return network;
    if (network.id.startsWith(word)) byPrefix.push(network);
  }
  if (byPrefix.length > 1)
    refuse(
      'invalid-parameter',
      `network ${word} is ambiguous (${byPrefix.length} matches found based on ID prefix)`,
    );
  return byPrefix[0] ?? null;
}

/** As `findNetwork`; an unknown one ends the operation. */
export function getNetwork(state: Sandbox, word: string): Network {
  return findNetwork(state, word) ?? refuse('not-found', `network ${word} not found`);
}
