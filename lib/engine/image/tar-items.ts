import type { Layer } from '../catalogue';
import { canonicalJson } from '../digest';
import { modeOf, sizeOfEntry } from '../files/attributes';
import type { FileEntry, LayerChange, LayerFiles } from '../filesystem';
import type { TarContent } from './archive';
import { savedDocuments } from './saved-entries';

/** One entry of a tar as a door writes and reads it. `name` has no slash at its end. Times are milliseconds since the epoch. */
export interface TarItem {
  readonly name: string;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly mtime: number;
  readonly content: ItemContent;
}

/** What an entry is. `tar`: a file that is a tar itself, filled up with zeros to `size`; `note` is for its reader. */
export type ItemContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'zeros'; readonly size: number }
  | { readonly kind: 'program'; readonly program: string; readonly size: number }
  | {
      readonly kind: 'tar';
      readonly items: readonly TarItem[];
      readonly size: number;
      readonly note: string;
    }
  | { readonly kind: 'directory' }
  | { readonly kind: 'link'; readonly target: string }
  | { readonly kind: 'hardlink'; readonly target: string }
  | { readonly kind: 'device'; readonly major: number; readonly minor: number };

const WHITEOUT = '.wh.';
const OPAQUE = '.wh..wh..opq';

/** A file as an entry of a tar; `path` is where it lies, for the permissions that go without saying. */
export function itemOf(name: string, entry: FileEntry, path: string, mtime: number): TarItem {
  return {
    name,
    mode: modeOf(entry, path) & 0o7777,
    uid: entry.uid ?? 0,
    gid: entry.gid ?? 0,
    mtime: entry.mtime ?? mtime,
    content: contentOf(entry),
  };
}

function contentOf(entry: FileEntry): ItemContent {
  switch (entry.kind) {
    case 'text': {
      const size = sizeOfEntry(entry);
      // A text that stands for a tar is as long as that tar.
      return entry.text.startsWith('\0tar ')
        ? { kind: 'zeros', size }
        : { kind: 'text', text: entry.text };
    }
    case 'zeros':
      return { kind: 'zeros', size: entry.size };
    case 'program':
      return { kind: 'program', program: entry.program, size: entry.size };
    case 'link':
      return { kind: 'link', target: entry.target };
    case 'device':
      return { kind: 'device', major: entry.major, minor: entry.minor };
    case 'directory':
      return { kind: 'directory' };
  }
}

/** The files of a layer as its tar lists them: what is hidden is named by whiteouts (OCI image-spec layer.md). */
export function itemsOfFiles(files: LayerFiles, mtime: number): readonly TarItem[] {
  const items: TarItem[] = [];
  const first = new Map<string, string>();
  for (const path of Object.keys(files).sort()) {
    const change = files[path];
    const name = path.slice(1);
    if (change === undefined || name === '') continue;
    if (change.kind === 'whiteout') items.push(marker(hidden(name), mtime));
    else {
      const item = itemOf(name, change, path, mtime);
      const before = change.inode === undefined ? undefined : first.get(change.inode);
      if (change.inode !== undefined) first.set(change.inode, before ?? name);
      items.push(
        before === undefined ? item : { ...item, content: { kind: 'hardlink', target: before } },
      );
      if (change.kind === 'directory' && change.opaque)
        items.push(marker(`${name}/${OPAQUE}`, mtime));
    }
  }
  return items;
}

function hidden(name: string): string {
  const at = name.lastIndexOf('/') + 1;
  return `${name.slice(0, at)}${WHITEOUT}${name.slice(at)}`;
}

function marker(name: string, mtime: number): TarItem {
  return { name, mode: 0, uid: 0, gid: 0, mtime, content: { kind: 'text', text: '' } };
}

/** What an item is as a file; null for a name that is one with another (a hard link whose first name the tar does not hold). */
function entryOf(item: TarItem, files: Readonly<Record<string, LayerChange>>): FileEntry | null {
  const { content } = item;
  switch (content.kind) {
    case 'hardlink': {
      const first = files[`/${content.target}`];
      if (!first || first.kind === 'whiteout') return null;
      return { ...first, inode: first.inode ?? content.target };
    }
    case 'tar':
      return withAttributes(item, { kind: 'zeros', size: content.size });
    default:
      return withAttributes(item, content);
  }
}

/** A file with what its entry says of it; what goes without saying is left out, so that the same file is the same entry whoever has sent it. */
function withAttributes({ name, mode, uid, gid, mtime }: TarItem, entry: FileEntry): FileEntry {
  return {
    ...entry,
    ...(mode === modeOf(entry, `/${name}`) ? {} : { mode }),
    ...(uid === 0 ? {} : { uid }),
    ...(gid === 0 ? {} : { gid }),
    mtime,
  };
}

/** The files that a tar's entries make, by absolute path; whiteouts hide. */
export function filesOfItems(items: readonly TarItem[]): LayerFiles {
  const files: Record<string, LayerChange> = {};
  for (const item of items) {
    const path = `/${item.name}`;
    const at = path.lastIndexOf('/') + 1;
    const last = path.slice(at);
    const folder = path.slice(0, at - 1);
    const opened = files[folder];
    if (last === OPAQUE) {
      if (opened?.kind === 'directory') files[folder] = { ...opened, opaque: true };
    } else if (last.startsWith(WHITEOUT))
      files[path.slice(0, at) + last.slice(WHITEOUT.length)] = { kind: 'whiteout' };
    else {
      const entry = entryOf(item, files);
      if (entry === null) continue;
      files[path] = entry;
      if (item.content.kind !== 'hardlink' || entry.inode === undefined) continue;
      const first = files[`/${item.content.target}`];
      if (first && first.kind !== 'whiteout')
        files[`/${item.content.target}`] = { ...first, inode: entry.inode };
    }
  }
  return files;
}

/** The entries of a tar that the engine has packed; `layerOf` knows the layers that are not in it. */
export function itemsOfTar(
  content: TarContent,
  layerOf: (diffId: string) => Layer | undefined,
): readonly TarItem[] {
  if (content.kind === 'files') return itemsOfFiles(content.files, 0);
  const texts = savedDocuments(content);
  return content.entries.map(({ name, size }): TarItem => {
    const own = { name: name.replace(/\/$/, ''), uid: 0, gid: 0, mtime: 0 };
    if (name.endsWith('/')) return { ...own, mode: 0o755, content: { kind: 'directory' } };
    const text = texts.get(name);
    if (text !== undefined) return { ...own, mode: 0o644, content: { kind: 'text', text } };
    const diffId = `sha256:${name.slice(name.lastIndexOf('/') + 1)}`;
    const made = content.layers[diffId];
    const layer = made ?? layerOf(diffId);
    if (!layer) return { ...own, mode: 0o644, content: { kind: 'zeros', size } };
    const items = itemsOfFiles(layer.files, 0);
    const note = made ? canonicalJson({ files: made.files, size: made.size }) : '';
    return { ...own, mode: 0o644, content: { kind: 'tar', items, size, note } };
  });
}
