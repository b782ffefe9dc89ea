import { containersOf } from '../container/list';
import { matchesPrune, readPruneFilters } from '../system/prune-filters';
import { emit, type Turn } from '../turn';
import { namesOf } from './find';
import { removeImage, type Removal } from './remove';

/** Removes images without a name (`dangling=true`, the default), or every image that no container uses. */
export function pruneImages(
  turn: Turn,
  text: string,
): { readonly ImagesDeleted: readonly Removal[] | null; readonly SpaceReclaimed: number } {
  const wanted = readPruneFilters(turn, text, ['dangling']);
  const { filters } = wanted;
  const onlyDangling = !(filters.get('dangling') ?? ['true']).some(
    (value) => value === 'false' || value === '0',
  );
  const removed: Removal[] = [];
  let bytes = 0;
  for (const image of turn.state.images.values()) {
    if (!turn.state.images.get(image.id)) continue;
    const used = containersOf(turn.state).some((container) => container.image === image.id);
    const parent = turn.state.images.values().some((other) => other.parent === image.id);
    const names = namesOf(turn, image.id);
    const named = names.length > 0;
    if (used || parent || (onlyDangling && named)) continue;
    if (!matchesPrune(wanted, Date.parse(image.created), image.config.Labels ?? {})) continue;
    for (const name of names.filter((key) => !key.includes('@')))
      removed.push(...removeImage(turn, name, { force: false, prune: true }));
    if (turn.state.images.get(image.id))
      removed.push(...removeImage(turn, image.id, { force: false, prune: true }));
    bytes += image.size;
  }
  emit(turn, 'image', 'prune', '', { reclaimed: String(bytes) });
  return { ImagesDeleted: removed.length === 0 ? null : removed, SpaceReclaimed: bytes };
}
