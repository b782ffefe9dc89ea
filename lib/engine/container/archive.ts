import { refuse } from '../errors';
import type { FileEntry } from '../filesystem';
import type { Container } from '../state';
import type { Turn } from '../turn';
import { getContainer } from './find';
import { rootFiles } from './container-files';
import { nameOf, parentOf, resolvePath } from '../files/path';
import type { RootFiles } from '../files/root-files';

/** Files on their way between a container and the host: paths relative to the copied thing, whose own path is `''`. */
export type Archive = Readonly<Record<string, FileEntry>>;

/** Reads a file or a folder with everything in it; null when there is nothing at the path. */
export function pack(files: RootFiles, path: string): Archive | null {
  const entry = files.get(path);
  if (!entry) return null;
  const archive: Record<string, FileEntry> = { '': entry };
  const walk = (at: string, shown: string): void => {
    for (const name of files.list(at)) {
      const child = files.get(resolvePath(at, name));
      if (!child) continue;
      archive[`${shown}/${name}`] = child;
      if (child.kind === 'directory') walk(resolvePath(at, name), `${shown}/${name}`);
    }
  };
  if (entry.kind === 'directory') walk(path, '');
  return archive;
}

/** Writes what `pack` read to a path. */
export function unpack(files: RootFiles, path: string, archive: Archive): void {
  for (const [relative, entry] of Object.entries(archive)) {
    const at = resolvePath('/', path + relative);
    if (entry.kind !== 'directory' || files.get(at)?.kind !== 'directory') files.put(at, entry);
  }
}

/** `GET /containers/{id}/archive`: works in every state. */
export function readArchive(
  turn: Turn,
  word: string,
  path: string,
): { readonly name: string; readonly archive: Archive } {
  const container = getContainer(turn.state, word);
  const archive = pack(rootFiles(turn, container.id), resolvePath('/', path));
  if (!archive) refuse('not-found', `Could not find the file ${path} in container ${word}`);
  return { name: nameOf(resolvePath('/', path)), archive };
}

/** `PUT /containers/{id}/archive`: `path` is where the thing itself will stand. */
export function writeArchive(turn: Turn, word: string, path: string, archive: Archive): void {
  const container: Container = getContainer(turn.state, word);
  const files = rootFiles(turn, container.id);
  if (container.hostConfig.ReadonlyRootfs)
    refuse('forbidden', 'container rootfs is marked read-only');
  const folder = parentOf(resolvePath('/', path));
  if (files.get(folder)?.kind !== 'directory')
    refuse('not-found', `Could not find the file ${folder} in container ${word}`);
  unpack(files, resolvePath('/', path), archive);
}
