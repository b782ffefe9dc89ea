import { sizeOfEntry } from '../files/attributes';
import { isWithin, join } from '../files/path';
import type { RootFiles } from '../files/root-files';
import type { Container, Mount, Sandbox } from '../state';
import { sharedMemory } from './ipc-owner';
import { realMount } from './real-mount';
import { tmpfsSize } from './tmpfs';

const PAGE = 4096;
const SHARED = '/dev/shm';

/** The memory file system that a path lies on, and how many bytes it holds; null when it lies on none. */
function boundsOf(
  state: Sandbox,
  container: Container,
  path: string,
  memory: number,
): { readonly at: string; readonly bytes: number } | null {
  let best: { readonly at: string; readonly bytes: number } | null = null;
  for (const mount of container.mounts)
    if (isWithin(path, mount.path) && (best === null || mount.path.length > best.at.length))
      best = { at: mount.path, bytes: sizeOf(realMount(state.volumes, container, mount), memory) };
  if (best !== null || !isWithin(path, SHARED)) return best;
  return { at: SHARED, bytes: sharedMemory(state, container) };
}

function sizeOf(mount: Mount, memory: number): number {
  return mount.kind === 'tmpfs' ? tmpfsSize(mount, memory) : Infinity;
}

/** How many bytes the files below a folder take, in whole pages; the file `without` is not counted. */
function taken(files: RootFiles, folder: string, without: string): number {
  let bytes = 0;
  for (const name of files.list(folder)) {
    const path = join(folder, name);
    const entry = files.at(path);
    if (entry?.kind === 'directory') bytes += taken(files, path, without);
    else if (entry && path !== without) bytes += Math.ceil(sizeOfEntry(entry) / PAGE) * PAGE;
  }
  return bytes;
}

/** The most bytes that the file at a path may hold: what its tmpfs has free, in whole pages (mm/shmem.c); Infinity on any other file system. */
export function roomAt(
  state: Sandbox,
  container: Container,
  files: RootFiles,
  path: string,
  memory: number,
): number {
  if (container.mounts.length === 0 && !path.startsWith(SHARED)) return Infinity;
  const real = files.real(path);
  const bounds = boundsOf(state, container, real, memory);
  if (bounds === null || bounds.bytes === Infinity) return Infinity;
  const free = bounds.bytes - taken(files, bounds.at, real);
  return Math.max(0, Math.floor(free / PAGE) * PAGE);
}
