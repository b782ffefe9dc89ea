import { refuse } from '../errors';
import type { Image } from '../catalogue';
import {
  familiarString,
  fullName,
  isNameOnly,
  parseAnyReference,
  tagNameOnly,
  type Reference,
} from '../reference';
import type { TagMade } from '../rules';
import type { Turn } from '../turn';

/** The name under which the local store keeps a reference: `docker.io/library/nginx:latest`, `…@sha256:…`. A name without a tag ends in `:`. */
export function storeKey(reference: Reference): string {
  if (reference.digest !== null) return `${fullName(reference)}@${reference.digest}`;
  return `${fullName(reference)}:${reference.tag ?? ''}`;
}

/** The reference that a key of the local store stands for. */
export function keyReference(key: string): {
  readonly name: string;
  readonly tag: string | null;
  readonly digest: string | null;
} {
  const at = key.indexOf('@');
  if (at >= 0) return { name: key.slice(0, at), tag: null, digest: key.slice(at + 1) };
  const colon = key.lastIndexOf(':');
  return { name: key.slice(0, colon), tag: key.slice(colon + 1), digest: null };
}

/** The tags of a repository in the local store, with when their images were made. */
function tagsOf(turn: Turn, name: string): TagMade[] {
  const tags: TagMade[] = [];
  const prefix = `${name}:`;
  for (const [key, id] of turn.state.references.from(prefix)) {
    if (!key.startsWith(prefix)) break;
    const { tag } = keyReference(key);
    const image = turn.state.images.get(id);
    if (tag !== null && image) tags.push({ tag, created: image.created });
  }
  return tags;
}

/** Whether a repository of the local store has a tag besides `latest`. */
function hasFurtherTags(turn: Turn, name: string): boolean {
  const prefix = `${name}:`;
  for (const [key] of turn.state.references.from(prefix))
    if (key !== `${prefix}latest`) return key.startsWith(prefix);
  return false;
}

/** The key that a typed reference means, the rules' idea of `latest` and of a missing tag included. */
export function meantKey(turn: Turn, reference: Reference): string {
  const { rules } = turn.world;
  const full = tagNameOnly(reference);
  if (isNameOnly(reference)) {
    const untagged = storeKey(reference);
    if (turn.state.references.get(untagged) !== undefined && rules.tagWhenNoneGiven() === null)
      return untagged;
  }
  const name = fullName(reference);
  if (full.tag !== 'latest' || !hasFurtherTags(turn, name)) return storeKey(full);
  const tag = rules.latestMeans(() => tagsOf(turn, name));
  return storeKey(tag === full.tag ? full : { ...full, tag });
}

/** An image of the local store by id, id prefix, digest or name; null when there is none (moby daemon/images GetImage). */
export function findImage(turn: Turn, word: string): Image | null {
  const { images, references } = turn.state;
  const any = parseAnyReference(word);
  if (!any.ok) return null;
  if (any.value.kind === 'digest') return images.get(any.value.digest) ?? null;
  const { reference } = any.value;
  const id = references.get(meantKey(turn, reference));
  if (id !== undefined) return images.get(id) ?? null;
  if (reference.digest !== null) {
    const image = images.get(reference.digest);
    if (image) return image;
  }
  const [, prefix] = /^(?:sha256:)?([0-9a-f]{1,64})$/.exec(word) ?? [];
  return prefix === undefined ? null : byPrefix(turn, prefix);
}

/** The id that the store keeps under a name, without any rule's idea of it; undefined where the word is no name in the store. */
export function storedId(turn: Turn, word: string): string | undefined {
  const any = parseAnyReference(word);
  if (!any.ok || any.value.kind === 'digest') return undefined;
  return turn.state.references.get(storeKey(tagNameOnly(any.value.reference)));
}

/** The image whose id begins with these hex digits, when it is the only one. */
export function byPrefix(turn: Turn, prefix: string): Image | null {
  const [first, second] = turn.state.images.startingWith(`sha256:${prefix}`, 2);
  return first && !second ? first[1] : null;
}

/** As `findImage`; an unknown one ends the operation with Docker's words. */
export function getImage(turn: Turn, word: string): Image {
  const any = parseAnyReference(word);
  if (!any.ok) refuse('invalid-parameter', any.error);
  const image = findImage(turn, word);
  if (image) return image;
  return refuse(
    'not-found',
    `No such image: ${any.value.kind === 'digest' ? any.value.digest : familiarString(tagNameOnly(any.value.reference))}`,
  );
}

/** The keys of the local store that name an image, sorted as the store lists them. */
export function namesOf(turn: Turn, id: string): readonly string[] {
  const keys: string[] = [];
  for (const [key, target] of turn.state.references) if (target === id) keys.push(key);
  return keys.sort();
}

/** `docker.io/library/nginx` → `nginx`. */
export function familiar(name: string): string {
  if (!name.startsWith('docker.io/')) return name;
  const path = name.slice('docker.io/'.length);
  const rest = path.startsWith('library/') ? path.slice('library/'.length) : path;
  return rest.includes('/') ? path : rest;
}

/** A key of the store as Docker shows it: `nginx:latest`, `nginx@sha256:…`. */
export function familiarKey(key: string): string {
  const { name, tag, digest } = keyReference(key);
  return digest === null ? `${familiar(name)}:${tag || '<none>'}` : `${familiar(name)}@${digest}`;
}
