import { matchesPrune, readPruneFilters } from '../system/prune-filters';
import { emit, type Turn } from '../turn';
import { sizeOfLayer } from './changes';
import { discard } from './discard';
import { containersOf } from './list';
import { writableLayer } from './root-files';

/** Removes every container that does not run, the newest first. Returns the ids and the bytes of their writable layers. */
export function pruneContainers(
  turn: Turn,
  filters: string,
): { readonly ContainersDeleted: readonly string[] | null; readonly SpaceReclaimed: number } {
  const wanted = readPruneFilters(turn, filters);
  const deleted: string[] = [];
  let bytes = 0;
  for (const container of [...containersOf(turn.state)].reverse()) {
    const { kind } = container.state;
    if (kind === 'running' || kind === 'paused' || kind === 'restarting') continue;
    if (!matchesPrune(wanted, container.created, container.config.Labels ?? {})) continue;
    bytes += sizeOfLayer(writableLayer(turn, container));
    discard(turn, container, false);
    deleted.push(container.id);
  }
  emit(turn, 'container', 'prune', '', { reclaimed: String(bytes) });
  return { ContainersDeleted: deleted.length === 0 ? null : deleted, SpaceReclaimed: bytes };
}
