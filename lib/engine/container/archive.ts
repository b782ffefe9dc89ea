import { refuse } from '../errors';
import { modeOf, sizeOfEntry } from '../files/attributes';
import { join, nameOf, parentOf, resolvePath } from '../files/path';
import type { RootFiles } from '../files/root-files';
import type { FileEntry } from '../filesystem';
import { accountOf } from '../process/account';
import type { Container } from '../state';
import type { Turn } from '../turn';
import { copiedFiles, mountOf } from './container-files';
import { getContainer } from './find';

/** Files on their way between a container and the host, by the names that they have in the tar: `etc`, `etc/passwd`; `.` is the folder itself. */
export type Archive = Readonly<Record<string, FileEntry>>;

/** What is known of a path before it is copied (moby api/types/container PathStat). */
export interface PathStat {
  readonly name: string;
  readonly size: number;
  /** Go's os.FileMode: the permission bits and the kind. */
  readonly mode: number;
  readonly mtime: number;
  readonly linkTarget: string;
}

const GO_KINDS = {
  directory: 2 ** 31,
  link: 2 ** 27,
  device: 2 ** 26 + 2 ** 21,
  text: 0,
  zeros: 0,
  program: 0,
} as const;

/** Reads a file or a folder with everything in it under a name; null when there is nothing at the path. */
export function pack(files: RootFiles, path: string, name: string): Archive | null {
  const entry = files.at(path);
  if (!entry) return null;
  const archive: Record<string, FileEntry> = { [name]: entry };
  const walk = (folder: string, shown: string): void => {
    for (const child of files.list(folder)) {
      const at = join(folder, child);
      const found = files.at(at);
      if (!found) continue;
      archive[`${shown}/${child}`] = found;
      if (found.kind === 'directory') walk(at, `${shown}/${child}`);
    }
  };
  if (entry.kind === 'directory') walk(path, name);
  return archive;
}

/** Writes what `pack` read into a folder; what stands in the way, or null. `owner` replaces the owners that the archive tells of. */
export function unpack(
  files: RootFiles,
  folder: string,
  archive: Archive,
  owner?: { readonly uid: number; readonly gid: number },
): string | null {
  for (const [name, entry] of Object.entries(archive)) {
    const at = resolvePath(folder, name);
    const before = files.at(at);
    const isFolder = entry.kind === 'directory';
    if (before?.kind === 'directory' && !isFolder)
      return `cannot overwrite directory ${JSON.stringify(at)} with non-directory ${JSON.stringify(folder)}`;
    if (before && before.kind !== 'directory' && isFolder)
      return `cannot overwrite non-directory ${JSON.stringify(at)} with directory ${JSON.stringify(folder)}`;
    if (!isFolder && files.mountedAt(at) !== null) return `unlinkat ${at}: device or resource busy`;
    const { inode: _, ...alone } = entry;
    if (!(isFolder && before)) files.put(at, owner ? Object.assign({}, alone, owner) : alone);
  }
  return null;
}

/** The path of a container that a copy speaks of: links on the way are followed, at the end only with a trailing `/` or `/.`. */
function located(files: RootFiles, path: string): string {
  const at = resolvePath('/', path);
  if (/(^|\/)\.?$/.test(path)) return files.real(at);
  return at === '/' ? at : join(files.real(parentOf(at)), nameOf(at));
}

function found(turn: Turn, word: string, path: string) {
  const container = getContainer(turn.state, word);
  const files = copiedFiles(turn, container.id);
  const at = located(files, path);
  const entry = files.at(at);
  if (entry && /\/\.?$/.test(path) && entry.kind !== 'directory')
    return refuse('internal', `lstat ${path}: not a directory`);
  if (!entry) return refuse('not-found', `Could not find the file ${path} in container ${word}`);
  return { container, files, at, entry };
}

/** `HEAD /containers/{id}/archive`: works in every state. */
export function statPath(turn: Turn, word: string, path: string): PathStat {
  const { files, at, entry } = found(turn, word, path);
  return {
    name: at === '/' ? '/' : nameOf(at),
    size: entry.kind === 'directory' ? 4096 : sizeOfEntry(entry),
    mode: GO_KINDS[entry.kind] + (modeOf(entry, at) & 0o777),
    mtime: files.changedAt(at, entry),
    linkTarget: entry.kind === 'link' ? files.real(at) : '',
  };
}

/** The last part of a path as a tar names it; `.` is kept. */
export function archiveName(path: string): string {
  if (/(^|\/)\.\/*$/.test(path)) return '.';
  return nameOf(resolvePath('/', path)) || '/';
}

/** `GET /containers/{id}/archive`: works in every state. */
export function readArchive(turn: Turn, word: string, path: string): Archive {
  const { files, at } = found(turn, word, path);
  return pack(files, at, archiveName(path)) ?? {};
}

/** What `PUT /containers/{id}/archive` is asked for. */
export interface ExtractOrder {
  /** The folder to extract into. */
  readonly path: string;
  readonly archive: Archive;
  /** `-a`: everything belongs to the container's user. */
  readonly copyOwner: boolean;
}

/** `PUT /containers/{id}/archive` (moby daemon/archive_unix.go containerExtractToDir). */
export function writeArchive(turn: Turn, word: string, order: ExtractOrder): void {
  const container: Container = getContainer(turn.state, word);
  const files = copiedFiles(turn, container.id);
  const folder = files.real(resolvePath('/', order.path));
  const entry = files.get(folder);
  if (!entry) refuse('not-found', `Could not find the file ${order.path} in container ${word}`);
  if (entry.kind !== 'directory')
    refuse('invalid-parameter', 'extraction point is not a directory');
  const mount = mountOf(container, folder);
  if (mount && mount.kind !== 'tmpfs' && mount.readonly)
    refuse('forbidden', 'mounted volume is marked read-only');
  if (!mount && container.hostConfig.ReadonlyRootfs)
    refuse('forbidden', 'container rootfs is marked read-only');
  const owner = order.copyOwner ? accountOf(files, container.config.User ?? '') : undefined;
  const obstacle = unpack(
    files,
    folder,
    order.archive,
    owner && { uid: owner.uid, gid: owner.gid },
  );
  if (obstacle !== null) refuse('internal', obstacle);
}
