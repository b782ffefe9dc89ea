import { getContainer } from '../container/find';
import { filesOfImage, writableLayer } from '../container/root-files';
import { mergeLayers, type MergedFiles } from '../files/merge';
import { sizeOfEntry } from '../files/attributes';
import { emitContainer, type Turn } from '../turn';
import { blocks, tarSize, writeTar } from './archive';

/** Packs a container's own files, its image's included and its volumes left out, as one tree (moby daemon/export.go). Returns the text that stands for the tar. */
export function exportContainer(turn: Turn, word: string): string {
  const container = getContainer(turn.state, word);
  const image = turn.state.images.get(container.image);
  const below = image ? filesOfImage(turn.state, turn.world, image) : mergeLayers([]);
  const merged = mergeLayers([writableLayer(turn, container)], below);
  const entries = [...merged.entries].sort(([a], [b]) => (a < b ? -1 : 1));
  // What an image weighs is told by its catalogue and not by the files that are listed there.
  const weight = Math.max(0, (image?.size ?? 0) + weightOf(merged) - weightOf(below));
  const size = tarSize(entries.map(([name]) => ({ name, size: 0 }))) + blocks(weight);
  emitContainer(turn, 'export', container);
  return writeTar({ kind: 'files', files: Object.fromEntries(entries), weight }, size);
}

function weightOf({ entries }: MergedFiles): number {
  let bytes = 0;
  for (const entry of entries.values()) bytes += sizeOfEntry(entry);
  return bytes;
}
