import { filesOfContainer } from '../container/container-files';
import { getContainer } from '../container/find';
import { filesOfImage } from '../container/root-files';
import { sizeOfEntry } from '../files/attributes';
import type { FileEntry } from '../filesystem';
import { emitContainer, type Turn } from '../turn';
import { blocks, tarSize, writeTar } from './archive';
import { imageOfContainer } from './of-container';

/** Packs a container's own files, its image's included and its volumes left out, as one tree (moby daemon/export.go). Returns the text that stands for the tar. */
export function exportContainer(turn: Turn, word: string): string {
  const container = getContainer(turn.state, word);
  const image = imageOfContainer(turn.state, container);
  const entries = filesOfContainer(turn, container);
  const below = image ? filesOfImage(turn.state, turn.world, image).entries : new Map();
  // What an image weighs is told by its catalogue and not by the files that are listed there.
  const written = weightOf(entries.map(([, entry]) => entry)) - weightOf(below.values());
  const weight = Math.max(0, (image?.size ?? 0) + written);
  const size = tarSize(entries.map(([name]) => ({ name, size: 0 }))) + blocks(weight);
  emitContainer(turn, 'export', container);
  return writeTar({ kind: 'files', files: Object.fromEntries(entries), weight }, size);
}

function weightOf(entries: Iterable<FileEntry>): number {
  let bytes = 0;
  for (const entry of entries) bytes += sizeOfEntry(entry);
  return bytes;
}
