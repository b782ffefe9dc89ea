import { containersOf } from '../container/list';
import type { Image } from '../catalogue';
import { digestOf } from '../digest';
import { refuse } from '../errors';
import { parseNormalizedNamed } from '../reference';
import type { Container } from '../state';
import { change, emit, type Turn } from '../turn';
import { familiarKey, getImage, keyReference, meantKey, namesOf } from './find';

/** One line of the answer to `DELETE /images/…`. */
export type Removal = { readonly Untagged: string } | { readonly Deleted: string };

/** What stands in the way of deleting an image. A soft conflict yields to force. */
interface Conflict {
  readonly hard: boolean;
  readonly used: boolean;
  readonly reason: string;
}

const short = (id: string): string => id.replace('sha256:', '').slice(0, 12);

/** The chain ids of a list of layers, base first (OCI image-spec, "Layer ChainID"). */
export function chainIds(layers: readonly string[]): readonly string[] {
  const chain: string[] = [];
  for (const layer of layers) {
    const below = chain.at(-1);
    chain.push(below === undefined ? layer : digestOf(`${below} ${layer}`));
  }
  return chain;
}

/** Removes a name, and the image with its last name; or an image by id (moby daemon/images/image_delete.go). */
export function removeImage(
  turn: Turn,
  word: string,
  options: { readonly force: boolean; readonly prune: boolean },
): readonly Removal[] {
  const image = getImage(turn, word);
  const removals: Removal[] = [];
  if (isIdOf(word, image)) {
    if (isSingleReference(turn, image.id)) {
      const conflict = conflictOf(turn, image.id, { references: false });
      if (conflict && (conflict.hard || !options.force)) throwConflict(image.id, conflict);
      untag(turn, namesOf(turn, image.id), image.id, removals);
    }
    deleteImage(turn, image.id, removals, { ...options, quiet: false });
    return removals;
  }
  const named = parseNormalizedNamed(word);
  const key = named.ok ? meantKey(turn, named.value) : word;
  const user = usersOf(turn, image.id)[0];
  if (!options.force && user && isSingleReference(turn, image.id))
    refuse(
      'conflict',
      `conflict: unable to remove repository reference "${word}" (must force) - container ${user.id.slice(0, 12)} is using its referenced image ${short(image.id)}`,
    );
  untag(turn, [key], image.id, removals);
  removeDigests(turn, key, image.id, removals);
  if (!turn.world.rules.untagKeepsOtherNames())
    untag(turn, namesOf(turn, image.id), image.id, removals);
  if (namesOf(turn, image.id).length === 0)
    deleteImage(turn, image.id, removals, { ...options, quiet: true });
  return removals;
}

function isIdOf(word: string, image: Image): boolean {
  return (
    /^(sha256:)?[0-9a-f]+$/.test(word) &&
    image.id.startsWith(word.startsWith('sha256:') ? word : `sha256:${word}`)
  );
}

/** Containers that count as users of an image. */
function usersOf(turn: Turn, id: string): readonly Container[] {
  const { rules } = turn.world;
  return containersOf(turn.state).filter(
    (container) => container.image === id && (isUp(container) || rules.stoppedContainerUsesImage()),
  );
}

function isUp({ state }: Container): boolean {
  return state.kind === 'running' || state.kind === 'paused' || state.kind === 'restarting';
}

/** At most one tag, and everything within one repository. */
function isSingleReference(turn: Turn, id: string): boolean {
  const names = namesOf(turn, id).map(keyReference);
  if (names.length <= 1) return true;
  const tagged = names.filter((name) => name.tag !== null);
  return tagged.length <= 1 && names.every((name) => name.name === names[0]?.name);
}

function untag(turn: Turn, keys: readonly string[], id: string, removals: Removal[]): void {
  for (const key of keys) {
    change(turn).references = turn.state.references.delete(key);
    removals.push({ Untagged: familiarKey(key) });
    emit(turn, 'image', 'untag', id, { name: familiarKey(key) });
  }
}

/** When the last tag of a repository goes, its digests go too. */
function removeDigests(turn: Turn, key: string, id: string, removals: Removal[]): void {
  const { name, digest } = keyReference(key);
  if (digest !== null) return;
  const rest = namesOf(turn, id).filter((other) => keyReference(other).name === name);
  if (rest.every((other) => keyReference(other).digest !== null)) untag(turn, rest, id, removals);
}

function conflictOf(
  turn: Turn,
  id: string,
  soft: { readonly references: boolean },
): Conflict | null {
  if (turn.state.images.values().some((image) => image.parent === id))
    return { hard: true, used: false, reason: 'image has dependent child images' };
  const users = usersOf(turn, id);
  const running = users.find(isUp);
  if (running)
    return {
      hard: true,
      used: true,
      reason: `image is being used by running container ${running.id.slice(0, 12)}`,
    };
  if (soft.references && namesOf(turn, id).length > 0)
    return { hard: false, used: false, reason: 'image is referenced in multiple repositories' };
  const [stopped] = users;
  if (stopped)
    return {
      hard: false,
      used: true,
      reason: `image is being used by stopped container ${stopped.id.slice(0, 12)}`,
    };
  return null;
}

function throwConflict(id: string, conflict: Conflict): never {
  return refuse(
    'conflict',
    `conflict: unable to delete ${short(id)} (${conflict.hard ? 'cannot be forced' : 'must be forced'}) - ${conflict.reason}`,
  );
}

function deleteImage(
  turn: Turn,
  id: string,
  removals: Removal[],
  options: { readonly force: boolean; readonly prune: boolean; readonly quiet: boolean },
): void {
  const image = turn.state.images.get(id);
  if (!image) return;
  const conflict = conflictOf(turn, id, { references: true });
  if (conflict && (conflict.hard || !options.force)) {
    if (options.quiet && (namesOf(turn, id).length > 0 || conflict.used)) return;
    if (options.quiet && removals.length > 0) return;
    throwConflict(id, conflict);
  }
  if (conflict && options.quiet && conflict.used) return;
  untag(turn, namesOf(turn, id), id, removals);
  turn.state = {
    ...turn.state,
    images: turn.state.images.delete(id),
    tagged: turn.state.tagged.delete(id),
  };
  removals.push({ Deleted: id });
  emit(turn, 'image', 'delete', id, { name: id });
  forgetLayers(turn, image, removals);
  if (options.prune && image.parent !== '')
    deleteImage(turn, image.parent, removals, { force: false, prune: true, quiet: true });
}

/** Layers that no other image stands on are deleted, the uppermost first. */
function forgetLayers(turn: Turn, image: Image, removals: Removal[]): void {
  const kept = new Set(turn.state.images.values().flatMap((other) => chainIds(other.layers)));
  const chain = chainIds(image.layers);
  const gone = chain.filter((id) => !kept.has(id));
  for (const id of [...gone].reverse()) removals.push({ Deleted: id });
  const used = new Set(turn.state.images.values().flatMap((other) => other.layers));
  const pushed = new Set(
    Object.values(turn.state.pushed).flatMap((registry) =>
      Object.values(registry).flatMap((tags) =>
        Object.values(tags).flatMap((manifest) => manifest.image.layers),
      ),
    ),
  );
  let { layers } = turn.state;
  for (const diffId of image.layers)
    if (!used.has(diffId) && !pushed.has(diffId)) layers = layers.delete(diffId);
  change(turn).layers = layers;
}
