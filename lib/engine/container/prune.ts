import { containersOf } from './list';
import type { Turn } from '../turn';
import { sizeOfLayer } from './changes';
import { discard } from './discard';
import { readFilters, matchesLabels } from '../api/filters';
import { writableLayer } from './root-files';

/** Removes every container that does not run. Returns the ids and the bytes of their writable layers. */
export function pruneContainers(
  turn: Turn,
  filters: string,
): { readonly ContainersDeleted: readonly string[] | null; readonly SpaceReclaimed: number } {
  const wanted = readFilters(filters);
  const deleted: string[] = [];
  let bytes = 0;
  for (const container of containersOf(turn.state)) {
    const { kind } = container.state;
    if (kind === 'running' || kind === 'paused' || kind === 'restarting') continue;
    if (!matchesLabels(container.config.Labels ?? {}, wanted.get('label') ?? [])) continue;
    bytes += sizeOfLayer(writableLayer(turn, container));
    discard(turn, container, false);
    deleted.push(container.id);
  }
  return { ContainersDeleted: deleted.length === 0 ? null : deleted, SpaceReclaimed: bytes };
}
