import { matchesPrune, readPruneFilters } from '../system/prune-filters';
import { emit, type Turn } from '../turn';
import { membersOf } from './endpoints';
import { PREDEFINED } from './network';
import { removeNetwork } from './remove-network';

/** Removes every network that somebody made and that no running container is on. Returns their names. */
export function pruneNetworks(
  turn: Turn,
  filters: string | undefined,
): { readonly NetworksDeleted: readonly string[] | null } {
  const wanted = readPruneFilters(turn, filters);
  const deleted: string[] = [];
  const all = turn.state.networks.values().sort((a, b) => a.created - b.created);
  for (const network of all) {
    if (network.configOnly || PREDEFINED.includes(network.name)) continue;
    if (!matchesPrune(wanted, network.created, network.labels)) continue;
    if (membersOf(turn.state, network).length > 0) continue;
    removeNetwork(turn, network.id);
    deleted.push(network.name);
  }
  emit(turn, 'network', 'prune', '', { reclaimed: '0' });
  return { NetworksDeleted: deleted.length === 0 ? null : deleted };
}
