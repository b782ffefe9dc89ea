import type { FileEntry, LayerChange } from '../filesystem';
import { sizeOfTar } from '../image/archive';

/** Folders whose permissions differ from those of others where an image says nothing. */
const FOLDER_MODES: Readonly<Record<string, number>> = {
  '/tmp': 0o1777,
  '/var/tmp': 0o1777,
  '/dev/shm': 0o1777,
  '/dev/mqueue': 0o1777,
  '/root': 0o700,
};

/** The permission bits of the entry at a path: its own, or what a fresh image has. */
export function modeOf(entry: FileEntry, path: string): number {
  if (entry.mode !== undefined) return entry.mode;
  switch (entry.kind) {
    case 'directory':
      return FOLDER_MODES[path] ?? 0o755;
    case 'program':
      return 0o755;
    case 'link':
      return 0o777;
    case 'device':
      return 0o666;
    case 'text':
    case 'zeros':
      return 0o644;
  }
}

const encoder = new TextEncoder();

/** How many bytes an entry holds. */
export function sizeOfEntry(entry: LayerChange): number {
  switch (entry.kind) {
    case 'text':
      return sizeOfTar(entry.text) ?? encoder.encode(entry.text).length;
    case 'zeros':
    case 'program':
      return entry.size;
    default:
      return 0;
  }
}

/** May a file be run? */
export function isExecutable(entry: FileEntry, path: string): boolean {
  return entry.kind !== 'directory' && (modeOf(entry, path) & 0o111) !== 0;
}
