import { readBoolean } from '../api/filters';
import type { Image } from '../catalogue';
import { layerOf } from '../container/root-files';
import { EngineError } from '../errors';
import { matchesPrune, readPruneFilters } from '../system/prune-filters';
import { emit, type Turn } from '../turn';
import { keyReference, namesOf } from './find';
import { chainIds, removeImage, type Removal } from './remove';

/**
 * Removes images without a name (`dangling=true`, the default), or every image that no container uses; of one that a container uses, all names but the last
 * go (moby daemon/images/image_prune.go).
 */
export function pruneImages(
  turn: Turn,
  text: string,
): { readonly ImagesDeleted: readonly Removal[] | null; readonly SpaceReclaimed: number } {
  const wanted = readPruneFilters(turn, text, ['dangling']);
  const onlyDangling = readBoolean(wanted.filters, 'dangling') ?? true;
  const images = turn.state.images.values();
  const parents = new Set(images.map((image) => image.parent));
  const sizes = layerSizes(turn, images);
  const removed: Removal[] = [];
  for (const { image, names } of byName(turn, images)) {
    const { id, created, config } = image;
    const isParent = parents.has(id);
    if (isParent && (onlyDangling || names.length === 0)) continue;
    if (!matchesPrune(wanted, Date.parse(created), config.Labels ?? {})) continue;
    if (names.length === 0) removed.push(...removeUnused(turn, id));
    else if (!onlyDangling || names.every((key) => keyReference(key).tag === null))
      for (const name of names) removed.push(...removeUnused(turn, name));
  }
  const bytes = removed.reduce(
    (sum, removal) => sum + ('Deleted' in removal ? (sizes.get(removal.Deleted) ?? 0) : 0),
    0,
  );
  emit(turn, 'image', 'prune', '', { reclaimed: String(bytes) });
  return { ImagesDeleted: removed.length === 0 ? null : removed, SpaceReclaimed: bytes };
}

/** Images in the order of their first names, those without one last: Docker walks a map, mostly in the order in which they came to the store. */
function byName(
  turn: Turn,
  images: readonly Image[],
): readonly { readonly image: Image; readonly names: readonly string[] }[] {
  const named = images.map((image) => ({ image, names: namesOf(turn, image.id) }));
  const key = ({ names: [first] }: (typeof named)[number]): string => first ?? '\uffff';
  return named.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** What each layer in the store weighs, by its chain id. */
function layerSizes(turn: Turn, images: readonly Image[]): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const { layers } of images)
    for (const [index, chainId] of chainIds(layers).entries())
      sizes.set(chainId, layerOf(turn.state, turn.world, layers[index] ?? '').size);
  return sizes;
}

/** Removes an image or a name of one; what stands in the way or is gone already leaves it as it is. */
function removeUnused(turn: Turn, word: string): readonly Removal[] {
  try {
    return removeImage(turn, word, { force: false, prune: true });
  } catch (failure) {
    if (failure instanceof EngineError) return [];
    throw failure;
  }
}
