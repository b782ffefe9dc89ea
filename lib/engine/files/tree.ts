import type { FileEntry, LayerChange, LayerFiles } from '../filesystem';
import type { MergedFiles } from './merge';
import { isWithin, join, nameOf, parentOf } from './path';

/** A writable layer over what lies below it (copy-on-write). Nothing of `below` is ever changed; symbolic links are entries like others here. */
export interface Tree {
  readonly own: LayerFiles;
  readonly below: MergedFiles | null;
}

const folder: FileEntry = { kind: 'directory' };
/** A layer that changes nothing. */
export const noFiles: LayerFiles = {};
const noNames: ReadonlySet<string> = new Set();

/** The names that a layer adds to each folder, found once a layer. */
const ownNames = new WeakMap<LayerFiles, ReadonlyMap<string, ReadonlySet<string>>>();

function namesAdded(own: LayerFiles): ReadonlyMap<string, ReadonlySet<string>> {
  const known = ownNames.get(own);
  if (known) return known;
  const folders = new Map<string, Set<string>>();
  for (const [entryPath, change] of Object.entries(own)) {
    if (change.kind === 'whiteout') continue;
    for (let path = entryPath; path !== '/'; path = parentOf(path)) {
      const names = folders.get(parentOf(path));
      if (names?.has(nameOf(path))) break;
      if (names) names.add(nameOf(path));
      else folders.set(parentOf(path), new Set([nameOf(path)]));
    }
  }
  ownNames.set(own, folders);
  return folders;
}

/** Does the layer hide what lies below at a path, by a change of a folder above it? */
function isHidden(own: LayerFiles, path: string): boolean {
  if (own === noFiles || path === '/') return false;
  for (let parent = parentOf(path); parent !== '/'; parent = parentOf(parent)) {
    const change = own[parent];
    if (change && (change.kind !== 'directory' || change.opaque)) return true;
  }
  return false;
}

/** What stands at a path; null when nothing does. A folder that only its content tells of is one too. */
export function entryAt({ own, below }: Tree, path: string): FileEntry | null {
  if (own === noFiles) return path === '/' ? folder : (below?.entries.get(path) ?? null);
  const change: LayerChange | undefined = own[path];
  if (change && change.kind !== 'whiteout') return change;
  if (path === '/') return folder;
  if (!change) {
    const entry = below?.entries.get(path);
    if (entry && !isHidden(own, path)) return entry;
  }
  return namesAdded(own).has(path) ? folder : null;
}

/** The names in a folder, sorted as `ls` sorts them in the C locale. */
export function namesIn(tree: Tree, path: string): readonly string[] {
  const { own, below } = tree;
  const names = new Set(namesAdded(own).get(path) ?? noNames);
  const change = own[path];
  const shows = !isHidden(own, path) && !(change && (change.kind !== 'directory' || change.opaque));
  if (shows)
    for (const name of below?.children.get(path) ?? noNames)
      if (own[join(path, name)]?.kind !== 'whiteout') names.add(name);
  return [...names].sort();
}

/** The layer with an entry in place of what stood at the path; folders on the way are made. */
export function withEntry(tree: Tree, path: string, entry: FileEntry): LayerFiles {
  const own: Record<string, LayerChange> = { ...tree.own };
  for (let parent = parentOf(path); parent !== '/'; parent = parentOf(parent)) {
    if (entryAt(tree, parent)) break;
    own[parent] = opaqueOver(tree, parent, folder);
  }
  if (entry.kind !== 'directory')
    for (const other of Object.keys(own))
      if (other !== path && isWithin(other, path)) delete own[other];
  own[path] = entry.kind === 'directory' ? opaqueOver(tree, path, entry) : entry;
  return own;
}

/** A new folder over a hidden one shows nothing of it. */
function opaqueOver({ own, below }: Tree, path: string, entry: FileEntry): FileEntry {
  const change = own[path];
  const hides =
    change?.kind === 'whiteout' || (change?.kind === 'directory' && change.opaque === true);
  return hides && entry.kind === 'directory' && below?.entries.get(path)?.kind === 'directory'
    ? { ...entry, opaque: true }
    : entry;
}

/** The layer with a file's content or attributes changed, under all its names. */
export function withChange(tree: Tree, path: string, entry: FileEntry): LayerFiles {
  const { inode } = entry;
  const own = withEntry(tree, path, entry);
  if (inode === undefined) return own;
  const linked: Record<string, LayerChange> = { ...own };
  for (const [other, change] of Object.entries(own))
    if (change.kind !== 'whiteout' && change.inode === inode) linked[other] = entry;
  return linked;
}

/** The layer without what stands at a path and everything in it. */
export function withoutEntry({ own, below }: Tree, path: string): LayerFiles {
  const rest: Record<string, LayerChange> = {};
  for (const [other, change] of Object.entries(own))
    if (!isWithin(other, path)) rest[other] = change;
  if (below?.entries.has(path) && !isHidden(own, path)) rest[path] = { kind: 'whiteout' };
  return rest;
}

/** How many names a file has. */
export function linksOf({ own }: Tree, entry: FileEntry): number {
  if (entry.inode === undefined) return 1;
  let count = 0;
  for (const change of Object.values(own))
    if (change.kind !== 'whiteout' && change.inode === entry.inode) count++;
  return Math.max(1, count);
}
