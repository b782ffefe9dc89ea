import { canonicalJson, digestOf } from '../digest';
import { modeOf, sizeOfEntry } from '../files/attributes';
import { mergeLayers, type MergedFiles } from '../files/merge';
import { PlacedFiles, type Place } from '../files/root-files';
import type { FileEntry, LayerChange, LayerFiles } from '../filesystem';

/** Files over others: the build context and the files of an image to copy from, a new layer to copy into. Paths are absolute, the root is `/`. */
export class StackedFiles extends PlacedFiles {
  private own: LayerFiles = {};

  constructor(
    private readonly below: MergedFiles,
    protected readonly now: number,
  ) {
    super();
  }

  protected place(path: string): Place {
    return {
      tree: { own: this.own, below: this.below },
      inner: path,
      since: this.now,
      save: (files) => {
        this.own = files;
      },
    };
  }

  protected override extraNames(): readonly string[] {
    return [];
  }

  override mountedAt(): null {
    return null;
  }

  /** Writes many entries at once where nothing stands: their paths lie in an empty folder and every folder is among them. */
  addAll(entries: Readonly<Record<string, FileEntry>>): void {
    const own: Record<string, LayerChange> = { ...this.own };
    for (const [path, entry] of Object.entries(entries))
      own[path] = { ...entry, mtime: entry.mtime ?? this.now };
    this.own = own;
  }

  /** What was written: entries that are not what lay there before. */
  changes(): LayerFiles {
    return Object.fromEntries(
      Object.entries(this.own).filter(
        ([path, change]) => canonicalJson(change) !== canonicalJson(this.below.entries.get(path)),
      ),
    );
  }

  /**
   * The content address of one file, under which the cache knows it: its name, mode, owner and content, not its time (moby pkg/tarsum version 1).
   */
  hash(path: string, entry: FileEntry): string {
    const { mtime: _, inode: __, ...content } = entry;
    const described = {
      name: path.slice(1),
      mode: modeOf(entry, path),
      uid: entry.uid ?? 0,
      gid: entry.gid ?? 0,
      size: sizeOfEntry(entry),
      content,
    };
    return digestOf(canonicalJson(described)).slice('sha256:'.length);
  }

  /** A folder and everything in it, itself first, in the order of the names. */
  walk(folder: string): readonly (readonly [string, FileEntry])[] {
    const found: (readonly [string, FileEntry])[] = [];
    const visit = (path: string): void => {
      const entry = this.at(path);
      if (!entry) return;
      found.push([path, entry]);
      if (entry.kind !== 'directory') return;
      for (const name of this.list(path)) visit(path === '/' ? `/${name}` : `${path}/${name}`);
    };
    visit(folder);
    return found;
  }
}

/** The files of a request's build context: paths relative to its root. */
export function contextFiles(files: Readonly<Record<string, FileEntry>>): StackedFiles {
  const layer: Record<string, FileEntry> = {};
  for (const [path, entry] of Object.entries(files)) layer[`/${path}`] = entry;
  return new StackedFiles(mergeLayers([layer]), 0);
}
