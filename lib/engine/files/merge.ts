import type { FileEntry, LayerFiles } from '../filesystem';
import { isWithin, nameOf, parentOf } from './path';

/** Layers seen as one: every folder is an entry of its own. `children` lists the names in each folder that has any. */
export interface MergedFiles {
  readonly entries: ReadonlyMap<string, FileEntry>;
  readonly children: ReadonlyMap<string, ReadonlySet<string>>;
}

const folder: FileEntry = { kind: 'directory' };

/**
 * Lays layers over one another, the lowest first: an entry replaces what stands at its path, a whiteout and an opaque folder hide what lies below them
 * with everything in it, and never what their own layer holds (OCI image specification, layer.md).
 */
export function mergeLayers(layers: readonly LayerFiles[], under?: MergedFiles): MergedFiles {
  const entries = new Map<string, FileEntry>(under?.entries);
  const children = new Map<string, ReadonlySet<string>>(under?.children);
  const own = new Map<string, Set<string>>();
  /** The names in a folder, to be changed: those of what lies under it are copied first. */
  const namesIn = (path: string): Set<string> => {
    const known = own.get(path);
    if (known && known === children.get(path)) return known;
    const names = new Set(children.get(path));
    own.set(path, names);
    children.set(path, names);
    return names;
  };
  const drop = (path: string): void => {
    for (const name of [...(children.get(path) ?? [])])
      drop(path === '/' ? `/${name}` : `${path}/${name}`);
    children.delete(path);
    if (entries.delete(path)) namesIn(parentOf(path)).delete(nameOf(path));
  };
  const add = (path: string, entry: FileEntry): void => {
    const parent = parentOf(path);
    if (parent !== '/' && entries.get(parent)?.kind !== 'directory') add(parent, folder);
    entries.set(path, entry);
    const name = nameOf(path);
    if (children.get(parent)?.has(name) !== true) namesIn(parent).add(name);
  };
  for (const layer of layers) {
    const changes = Object.entries(layer);
    for (const [path, change] of changes)
      if (change.kind === 'whiteout' || (change.kind === 'directory' && change.opaque)) drop(path);
    for (const [path, change] of changes) {
      if (change.kind === 'whiteout') continue;
      if (change.kind !== 'directory' && entries.get(path)?.kind === 'directory') drop(path);
      add(path, plain(change));
    }
  }
  return { entries, children };
}

/** A folder of the merged view, in which nothing is left to hide. */
function plain(entry: FileEntry): FileEntry {
  const { opaque, ...rest } = entry as FileEntry & { readonly opaque?: true };
  return opaque ? rest : entry;
}

/** Parts of merged files that were asked for before: every container that fills a volume asks again. */
const parts = new WeakMap<MergedFiles, Map<string, LayerFiles>>();
const MOST_PARTS = 100;

/** A part of merged files as a tree of its own: paths as seen from the folder, which itself is left out. */
export function filesUnder(files: MergedFiles, folderPath: string): LayerFiles {
  const known = parts.get(files) ?? new Map<string, LayerFiles>();
  parts.set(files, known);
  const before = known.get(folderPath);
  if (before) return before;
  if (known.size >= MOST_PARTS) known.clear();
  const part = partOf(files, folderPath);
  known.set(folderPath, part);
  return part;
}

function partOf(files: MergedFiles, folderPath: string): LayerFiles {
  const found: Record<string, FileEntry> = {};
  for (const [path, entry] of files.entries)
    if (path !== folderPath && isWithin(path, folderPath))
      found[folderPath === '/' ? path : path.slice(folderPath.length)] = entry;
  return found;
}
