import { refuse } from '../errors';
import { familiarString, parseNormalizedNamed, tagNameOnly } from '../reference';
import { makeId, type Turn } from '../turn';
import { emitImage } from './emit-image';
import { readTar, tarError } from './archive';
import { storeKey } from './find';
import { nameImage } from './name';

/** Where the engine unpacks what it is given; the number is made up. */
function temporaryFolder(turn: Turn): string {
  const number = Number.parseInt(makeId(turn, 'docker-import', 8), 16);
  return `/var/lib/docker/tmp/docker-import-${String(number).padStart(10, '2')}`;
}

/**
 * Takes images out of a tar (moby image/tarexport/load.go). Returns what it writes to the client; the error, when there is one, comes after it. What is
 * no tar is refused in the words of Go's archive/tar, an archive of other things in those of the legacy loader.
 */
export function loadImages(
  turn: Turn,
  text: string,
): { readonly lines: readonly string[]; readonly error: string | null } {
  const content = readTar(text);
  if (content === null && text !== '') return { lines: [], error: tarError(text) };
  if (content?.kind !== 'images') {
    const folder = Object.entries(content?.files ?? {})
      .filter(([path, entry]) => entry.kind === 'directory' && path.lastIndexOf('/') === 0)
      .map(([path]) => path)
      .sort()[0];
    const missing = folder === undefined ? '/repositories' : `${folder}/json`;
    return {
      lines: [],
      error: `open ${temporaryFolder(turn)}${missing}: no such file or directory`,
    };
  }
  const lines: string[] = [];
  const ids: string[] = [];
  for (const { image, names } of content.images) {
    for (const diffId of image.layers) {
      const layer = content.layers[diffId];
      if (layer) turn.state = { ...turn.state, layers: turn.state.layers.set(diffId, layer) };
      else if (!turn.state.layers.get(diffId) && !turn.world.catalogue.layers[diffId])
        refuse('internal', `open ${temporaryFolder(turn)}: no such file or directory`);
    }
    const known = turn.state.images.get(image.id);
    if (!known) turn.state = { ...turn.state, images: turn.state.images.set(image.id, image) };
    ids.push(`Loaded image ID: ${image.id}`);
    for (const name of names) lines.push(...nameLoaded(turn, name, image.id));
    emitImage(turn, 'load', image.id, image.id);
  }
  return { lines: lines.length > 0 ? lines : ids, error: null };
}

function nameLoaded(turn: Turn, name: string, id: string): readonly string[] {
  const named = parseNormalizedNamed(name);
  if (!named.ok) return refuse('internal', named.error);
  const reference = tagNameOnly(named.value);
  const key = storeKey(reference);
  const before = turn.state.references.get(key);
  const { tagged } = turn.state;
  nameImage(turn, key, id);
  turn.state = { ...turn.state, tagged };
  const shown = familiarString(reference);
  return [
    ...(before !== undefined && before !== id
      ? [
          `The image ${shown} already exists, renaming the old one with ID ${before} to empty string`,
        ]
      : []),
    `Loaded image: ${shown}`,
  ];
}
