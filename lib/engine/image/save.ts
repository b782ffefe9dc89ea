import type { Image, Layer } from '../catalogue';
import { layerOf } from '../container/root-files';
import { refuse } from '../errors';
import { familiarName, isNameOnly, parseAnyReference, fullName } from '../reference';
import type { Turn } from '../turn';
import { emitImage } from './emit-image';
import { tarSize, writeTar, type ArchivedImage } from './archive';
import { byPrefix, familiarKey, keyReference, storeKey } from './find';
import { savedEntries } from './saved-entries';

const IMAGE_FOLDER = '/var/lib/docker/image/vfs/imagedb/content/sha256';

/** Packs images with their layers and names (moby image/tarexport/save.go). Returns the text that stands for the tar. */
export function saveImages(turn: Turn, words: readonly string[]): string {
  const chosen = new Map<string, string[]>();
  const add = (id: string, key: string | null): void => {
    if (!turn.state.images.get(id))
      refuse(
        'not-found',
        `failed to get digest ${id}: open ${IMAGE_FOLDER}/${id.slice('sha256:'.length)}: no such file or directory`,
      );
    const names = chosen.get(id) ?? [];
    chosen.set(id, names);
    if (key !== null && keyReference(key).digest === null && !names.includes(familiarKey(key)))
      names.push(familiarKey(key));
  };
  for (const word of words) choose(turn, word, add);
  const images: ArchivedImage[] = [];
  const layers: Record<string, Layer> = {};
  for (const [id, names] of chosen) {
    const image = turn.state.images.get(id);
    if (!image) continue;
    if (image.layers.length === 0) refuse('internal', 'empty export - not implemented');
    images.push({ image: withParentInside(image, chosen), names });
    for (const diffId of image.layers) {
      const made = turn.state.layers.get(diffId);
      if (made) layers[diffId] = made;
    }
    emitImage(turn, 'save', id, id);
  }
  const entries = savedEntries(images, (diffId) => layerOf(turn.state, turn.world, diffId));
  return writeTar({ kind: 'images', images, layers, entries }, tarSize(entries));
}

/** A parent goes along only when it is saved too. */
function withParentInside(image: Image, chosen: ReadonlyMap<string, unknown>): Image {
  return chosen.has(image.parent) ? image : { ...image, parent: '' };
}

function choose(turn: Turn, word: string, add: (id: string, key: string | null) => void): void {
  const any = parseAnyReference(word);
  if (!any.ok) return refuse('invalid-parameter', any.error);
  if (any.value.kind === 'digest') return add(any.value.digest, null);
  const { reference } = any.value;
  if (isNameOnly(reference) && familiarName(reference) !== 'sha256') {
    const name = fullName(reference);
    const known = turn.state.references.keys().filter((key) => keyReference(key).name === name);
    for (const key of known) add(turn.state.references.get(key) ?? '', key);
    if (known.length > 0) return;
  } else if (familiarName(reference) !== 'sha256') {
    const key = storeKey(reference);
    const id = turn.state.references.get(key);
    return id === undefined ? refuse('not-found', 'reference does not exist') : add(id, key);
  }
  const image = byPrefix(turn, word.replace(/^sha256:/, ''));
  if (!image) return refuse('not-found', `No such image: ${word}`);
  return add(image.id, null);
}
