import { getContainer } from '../container/find';
import { filesOfImage, writableLayer } from '../container/root-files';
import { mergeLayers, type MergedFiles } from '../files/merge';
import { sizeOfEntry } from '../files/attributes';
import { emitContainer, type Turn } from '../turn';
import { tarSize, writeTar } from './archive';

/** Packs a container's own files, its image's included and its volumes left out, as one tree (moby daemon/export.go). Returns the text that stands for the tar. */
export function exportContainer(turn: Turn, word: string): string {
  const container = getContainer(turn.state, word);
  const image = turn.state.images.get(container.image);
  const below = image ? filesOfImage(turn.state, turn.world, image) : mergeLayers([]);
  const merged = mergeLayers([writableLayer(turn, container)], below);
  const entries = [...merged.entries].sort(([a], [b]) => (a < b ? -1 : 1));
  const listed = weightOf(merged);
  const unlisted = Math.max(0, (image?.size ?? 0) - weightOf(below));
  const size =
    tarSize(entries.map(([name, entry]) => ({ name, size: sizeOfEntry(entry) }))) +
    Math.ceil(unlisted / 512) * 512;
  emitContainer(turn, 'export', container);
  return writeTar(
    { kind: 'files', files: Object.fromEntries(entries), weight: listed + unlisted },
    size,
  );
}

function weightOf({ entries }: MergedFiles): number {
  let bytes = 0;
  for (const entry of entries.values()) bytes += sizeOfEntry(entry);
  return bytes;
}
