import { refuse } from '../errors';
import { parseNormalizedNamed, withTag, type Reference } from '../reference';
import { change, makeId, type Turn } from '../turn';
import { emitImage } from './emit-image';
import { familiarKey, getImage, meantKey, storeKey } from './find';
import { nameImage } from './name';

/** Adds a name to an image. `tag` is `''` when none was given. */
export function tagImage(turn: Turn, source: string, repository: string, tag: string): void {
  const named = parseNormalizedNamed(repository);
  if (!named.ok) return refuse('invalid-parameter', named.error);
  if (named.value.path === 'library/sha256')
    refuse(
      'invalid-parameter',
      'refusing to create an ambiguous tag using digest algorithm as name',
    );
  const { rules } = turn.world;
  const full: Reference =
    tag === '' ? { ...named.value, tag: rules.tagWhenNoneGiven() } : tagged(named.value, tag);
  const image = getImage(turn, source);
  const key = storeKey(full);
  let { id } = image;
  if (!rules.tagSharesImage() && turn.state.references.get(key) !== id) {
    id = `sha256:${makeId(turn, 'copy')}`;
    change(turn).images = turn.state.images.set(id, { ...image, id });
  }
  if (!rules.tagKeepsOldName()) forget(turn, source, key);
  nameImage(turn, key, id);
  emitImage(turn, 'tag', id, familiarKey(key));
}

function tagged(reference: Reference, tag: string): Reference {
  const full = withTag(reference, tag);
  return full.ok ? full.value : refuse('invalid-parameter', full.error);
}

function forget(turn: Turn, source: string, key: string): void {
  const named = parseNormalizedNamed(source);
  if (!named.ok) return;
  const old = meantKey(turn, named.value);
  if (old === key) return;
  change(turn).references = turn.state.references.delete(old);
}
