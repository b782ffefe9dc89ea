import { modeOf, sizeOfEntry } from '../files/attributes';
import { parentOf } from '../files/path';
import { namesIn, type Tree } from '../files/tree';
import type { FileEntry, LayerChange, LayerFiles } from '../filesystem';
import type { Container } from '../state';
import type { Turn } from '../turn';
import { baseFiles, writableLayer } from './root-files';
import { imageOfContainer } from '../image/of-container';

/** One line of `docker diff`: 0 changed, 1 added, 2 deleted, as the API counts. */
export interface Change {
  readonly path: string;
  readonly kind: 0 | 1 | 2;
}

/** What a container's writable layer changes, folders on the way included, sorted by path (moby pkg/archive changes.go). */
export function changesOf(turn: Turn, container: Container): readonly Change[] {
  const image = imageOfContainer(turn.state, container);
  const below = image ? baseFiles(turn.state, turn.world, image) : null;
  const tree: Tree = { own: writableLayer(turn, container), below };
  const changes = new Map<string, 0 | 1 | 2>();
  const note = (path: string, kind: 0 | 1 | 2): void => {
    changes.set(path, kind);
    for (let parent = parentOf(path); parent !== '/'; parent = parentOf(parent))
      if (!changes.has(parent)) changes.set(parent, below?.entries.has(parent) ? 0 : 1);
  };
  for (const [path, change] of Object.entries(tree.own)) {
    const before = below?.entries.get(path);
    if (change.kind === 'whiteout') {
      if (before && !isDeletedAbove(tree.own, path)) note(path, 2);
    } else if (!before) note(path, 1);
    else {
      if (differs(before, change, path)) note(path, 0);
      if (before.kind === 'directory')
        for (const name of lostNames(tree, path)) note(`${path}/${name}`, 2);
    }
  }
  return [...changes]
    .map(([path, kind]) => ({ path, kind }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The names of a folder below that are gone because the folder was made anew. */
function lostNames(tree: Tree, path: string): readonly string[] {
  const change = tree.own[path];
  if (change?.kind !== 'directory' || !change.opaque) return [];
  const present = new Set(namesIn(tree, path));
  return [...(tree.below?.children.get(path) ?? [])].filter((name) => !present.has(name));
}

/** Is it another entry now? Of a folder only its owner and its permissions count. */
function differs(before: FileEntry, after: FileEntry, path: string): boolean {
  if (before.kind !== after.kind || modeOf(before, path) !== modeOf(after, path)) return true;
  if ((before.uid ?? 0) !== (after.uid ?? 0) || (before.gid ?? 0) !== (after.gid ?? 0)) return true;
  if (after.kind === 'directory') return false;
  return (
    before.mtime !== after.mtime ||
    sizeOfEntry(before) !== sizeOfEntry(after) ||
    (before.kind === 'link' && after.kind === 'link' && before.target !== after.target)
  );
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
