import type { LayerChange, LayerFiles } from '../filesystem';
import type { Container } from '../state';
import type { Turn } from '../turn';
import { filesOfImage, parentOf, sizeOfEntry, writableLayer } from './root-files';

/** One line of `docker diff`: 0 changed, 1 added, 2 deleted, as the API counts. */
export interface Change {
  readonly path: string;
  readonly kind: 0 | 1 | 2;
}

/** What a container's writable layer changes, folders on the way included, sorted by path. */
export function changesOf(turn: Turn, container: Container): readonly Change[] {
  const image = turn.state.images.get(container.image);
  const below = image ? filesOfImage(turn.state, turn.world, image) : null;
  const exists = (path: string): boolean =>
    (below?.entries.has(path) || below?.children.has(path)) ?? false;
  const changes = new Map<string, 0 | 1 | 2>();
  for (const [path, change] of Object.entries(writableLayer(turn, container))) {
    if (change.kind === 'whiteout') {
      if (!isDeletedAbove(writableLayer(turn, container), path)) changes.set(path, 2);
    } else changes.set(path, exists(path) ? 0 : 1);
    for (let parent = parentOf(path); parent !== '/'; parent = parentOf(parent))
      if (!changes.has(parent)) changes.set(parent, exists(parent) ? 0 : 1);
  }
  return [...changes]
    .map(([path, kind]) => ({ path, kind }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function isDeletedAbove(layer: LayerFiles, path: string): boolean {
  for (let parent = parentOf(path); parent !== '/'; parent = parentOf(parent))
    if (layer[parent]?.kind === 'whiteout') return true;
  return false;
}

/** The bytes of a layer's entries. */
export function sizeOfLayer(files: LayerFiles): number {
  return Object.values(files).reduce(
    (sum: number, change: LayerChange) => sum + sizeOfEntry(change),
    0,
  );
}
