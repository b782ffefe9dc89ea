import type { Draft } from '../draft';
import type { FileEntry, LayerFiles } from '../filesystem';
import { join, nameOf, parentOf, resolvePath } from './path';
import { entryAt, linksOf, namesIn, withChange, withEntry, withoutEntry, type Tree } from './tree';

/** What a process sees of its file system, and how it writes. Paths are absolute, normal and without a trailing slash; the root is `/`. */
export interface RootFiles {
  /** What a path leads to, symbolic links followed; null when there is nothing. */
  get(path: string): FileEntry | null;
  /** What stands at the path itself: a link there is not followed, those on the way are. */
  at(path: string): FileEntry | null;
  /** The path without symbolic links, to the end of a chain of them; of what is not there: where it would be made. */
  real(path: string): string;
  /** The names in a folder, sorted. */
  list(path: string): readonly string[];
  /** Puts an entry in place of what stands at the path. */
  put(path: string, entry: FileEntry): void;
  /** Writes into the file that a path leads to, or makes it: owner, mode and names of one that exists stay. */
  write(path: string, content: FileEntry): void;
  /** Changes the attributes of what the path leads to (`follow`), or of what stands there. */
  alter(path: string, change: (entry: FileEntry) => FileEntry, follow?: boolean): void;
  /** Removes a file, or a folder with everything in it. */
  remove(path: string): void;
  /** When what lies at a path was last changed, ms since the epoch. */
  changedAt(path: string, entry: FileEntry): number;
  /** How many names the file has. */
  links(path: string, entry: FileEntry): number;
  /** The mount that stands at this very path, if any. */
  mountedAt(path: string): string | null;
}

/** Where a path's changes are kept: the tree, the path in it, and how to replace the tree's own layer. */
export interface Place {
  readonly tree: Tree;
  readonly inner: string;
  /** When entries were made that do not say it. */
  readonly since: number;
  /** The tree is a mounted file system of its own, whose root has an owner and a mode. */
  readonly isMounted?: true;
  save(files: LayerFiles): void;
}

const MOST_LINKS = 40;

/** A file system put together from trees; a subclass says which path lies where. */
export abstract class PlacedFiles implements RootFiles {
  protected abstract place(path: string): Place;
  protected abstract readonly now: number;

  /** Names that a folder has besides those of its tree (mounts). */
  protected abstract extraNames(path: string): readonly string[];

  protected exact(path: string): FileEntry | null {
    const { tree, inner } = this.place(path);
    return entryAt(tree, inner);
  }

  get(path: string): FileEntry | null {
    const direct = this.exact(path);
    if (direct && direct.kind !== 'link') return direct;
    const entry = this.exact(this.real(path));
    return entry?.kind === 'link' ? null : entry;
  }

  at(path: string): FileEntry | null {
    return this.exact(path) ?? this.exact(this.withRealParent(path));
  }

  real(path: string): string {
    return this.follow(path, 0, null);
  }

  /** Where a path leads, step by step: every path that a link on the way makes of it, the real one last; none where no link is on the way. */
  protected steps(path: string): readonly string[] {
    const steps: string[] = [];
    this.follow(path, 0, steps);
    return steps;
  }

  private withRealParent(path: string): string {
    return path === '/' ? path : join(this.real(parentOf(path)), nameOf(path));
  }

  private follow(path: string, links: number, steps: string[] | null): string {
    const direct = this.exact(path);
    if (path === '/' || (direct && direct.kind !== 'link')) return path;
    const parent = this.follow(parentOf(path), links, steps);
    const at = join(parent, nameOf(path));
    if (at !== path) steps?.push(at);
    const entry = at === path ? direct : this.exact(at);
    if (entry?.kind !== 'link' || links >= MOST_LINKS) return at;
    const target = resolvePath(parent, entry.target);
    steps?.push(target);
    return this.follow(target, links + 1, steps);
  }

  list(path: string): readonly string[] {
    const real = this.real(path);
    const { tree, inner } = this.place(real);
    const extra = this.extraNames(real);
    const names = namesIn(tree, inner);
    return extra.length === 0 ? names : [...new Set([...names, ...extra])].sort();
  }

  put(path: string, entry: FileEntry): void {
    const place = this.place(this.withRealParent(path));
    const { tree, inner } = place;
    place.save(withEntry(tree, inner, { ...entry, mtime: entry.mtime ?? this.now }));
  }

  write(path: string, content: FileEntry): void {
    const real = this.real(path);
    const place = this.place(real);
    const { tree, inner } = place;
    const before = entryAt(tree, inner);
    if (!before || before.kind === 'link' || before.kind === 'directory')
      return this.put(real, content);
    const { mode, uid, gid, inode } = before;
    const kept: Draft<FileEntry> = Object.assign({}, content, { mtime: this.now });
    if (mode !== undefined) kept.mode = mode;
    if (uid !== undefined) kept.uid = uid;
    if (gid !== undefined) kept.gid = gid;
    if (inode !== undefined) kept.inode = inode;
    place.save(withChange(tree, inner, kept));
  }

  alter(path: string, change: (entry: FileEntry) => FileEntry, follow = true): void {
    const place = this.place(follow ? this.real(path) : this.withRealParent(path));
    const { tree, inner, isMounted } = place;
    const entry = entryAt(tree, inner);
    if (entry && (inner !== '/' || isMounted)) place.save(withChange(tree, inner, change(entry)));
  }

  remove(path: string): void {
    const at = this.withRealParent(path);
    const place = this.place(at);
    const { tree, inner } = place;
    place.save(withoutEntry(tree, inner));
  }

  changedAt(path: string, entry: FileEntry): number {
    return entry.mtime ?? this.place(this.withRealParent(path)).since;
  }

  links(path: string, entry: FileEntry): number {
    if (entry.kind !== 'directory')
      return linksOf(this.place(this.withRealParent(path)).tree, entry);
    let folders = 2;
    for (const name of this.list(path))
      if (this.at(join(path, name))?.kind === 'directory') folders++;
    return folders;
  }

  abstract mountedAt(path: string): string | null;
}
