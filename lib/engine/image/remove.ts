import { needsImage } from '../container/image-mount';
import { containersOf } from '../container/list';
import type { Image } from '../catalogue';
import { digestOf } from '../digest';
import { refuse } from '../errors';
import { parseNormalizedNamed } from '../reference';
import type { Container } from '../state';
import { change, type Turn } from '../turn';
import { emitImage } from './emit-image';
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
  if (word.trim() === '') refuse('invalid-parameter', 'image name cannot be blank');
  const image = getImage(turn, word);
  const removals: Removal[] = [];
  if (isIdOf(word, image)) {
    if (isSingleReference(turn, image.id)) {
      const conflict = conflictOf(turn, image.id, { stopped: !options.force, references: false });
      if (conflict) throwConflict(image.id, conflict);
      untag(turn, namesOf(turn, image.id), image.id, removals);
    }
    deleteImage(turn, image.id, removals, { quiet: false, ...options });
    return removals;
  }
  const named = parseNormalizedNamed(word);
  const key = named.ok ? meantKey(turn, named.value) : word;
  const user = usersOf(turn, image.id)[0] ?? mounterOf(turn, image.id);
  if (!options.force && user && isSingleReference(turn, image.id))
    refuse(
      'conflict',
      `conflict: unable to remove repository reference ${JSON.stringify(word)} (must force) - container ${user.id.slice(0, 12)} is using its referenced image ${short(image.id)}`,
    );
  untag(turn, [key], image.id, removals);
  removeDigests(turn, key, image.id, removals);
  if (!turn.world.rules.untagKeepsOtherNames())
    untag(turn, namesOf(turn, image.id), image.id, removals);
  if (namesOf(turn, image.id).length === 0)
    deleteImage(turn, image.id, removals, { quiet: true, ...options });
  return removals;
}

function isIdOf(word: string, image: Image): boolean {
  return image.id.startsWith(word) || image.id.startsWith(`sha256:${word}`);
}

/** Containers that count as users of an image. */
function usersOf(turn: Turn, id: string): readonly Container[] {
  const { rules } = turn.world;
  return containersOf(turn.state).filter(
    (container) => container.image === id && (isUp(container) || rules.stoppedContainerUsesImage()),
  );
}

/** A container of another image that has this one mounted: it keeps the image's last name, and nothing else of it. */
function mounterOf(turn: Turn, id: string): Container | undefined {
  return containersOf(turn.state).find(
    (container) => container.image !== id && needsImage(container, id),
  );
}

function isUp({ state }: Container): boolean {
  return state.kind === 'running' || state.kind === 'paused' || state.kind === 'restarting';
}

/** At most one tag, and everything within one repository. */
function isSingleReference(turn: Turn, id: string): boolean {
  const names = namesOf(turn, id).map(keyReference);
  const tagged = names.filter((name) => name.tag !== null);
  return (
    tagged.length <= 1 && names.length > 0 && new Set(names.map(({ name }) => name)).size === 1
  );
}

function untag(turn: Turn, keys: readonly string[], id: string, removals: Removal[]): void {
  for (const key of keys) {
    turn.state = { ...turn.state, references: turn.state.references.delete(key) };
    removals.push({ Untagged: familiarKey(key) });
    emitImage(turn, 'untag', id, id);
  }
}

/** When the last tag of a repository goes, its digests go too, and no event tells of it. */
function removeDigests(turn: Turn, key: string, id: string, removals: Removal[]): void {
  const { name, digest } = keyReference(key);
  if (digest !== null) return;
  const rest = namesOf(turn, id).filter((other) => keyReference(other).name === name);
  if (rest.some((other) => keyReference(other).digest === null)) return;
  for (const other of rest) {
    turn.state = { ...turn.state, references: turn.state.references.delete(other) };
    removals.push({ Untagged: familiarKey(other) });
  }
}

/** What stands in the way, the soft reasons only as far as they are asked for; null when nothing does. */
function conflictOf(
  turn: Turn,
  id: string,
  soft: { readonly stopped: boolean; readonly references: boolean },
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
  if (soft.stopped && stopped)
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

/** No name stands for the image and no other image on it. */
function isDangling(turn: Turn, id: string): boolean {
  return (
    namesOf(turn, id).length === 0 &&
    !turn.state.images.values().some((image) => image.parent === id)
  );
}

/** Deletes an image and, with `prune`, the parents that nothing needs any more. `quiet`: what stands in the way ends the removal without a word. */
function deleteImage(
  turn: Turn,
  id: string,
  removals: Removal[],
  options: { readonly force: boolean; readonly prune: boolean; readonly quiet: boolean },
): void {
  const image = turn.state.images.get(id);
  if (!image) return;
  const soft = { stopped: !options.force, references: !options.force };
  const conflict = conflictOf(turn, id, soft);
  if (conflict) {
    if (options.quiet && (!isDangling(turn, id) || conflict.used)) return;
    throwConflict(id, conflict);
  }
  untag(turn, namesOf(turn, id), id, removals);
  const state = change(turn);
  if (containersOf(turn.state).some((container) => needsImage(container, id)))
    state.held = state.held.set(id, image);
  state.images = state.images.delete(id);
  state.tagged = state.tagged.delete(id);
  removals.push({ Deleted: id });
  emitImage(turn, 'delete', id, id);
  forgetLayers(turn, image, removals);
  if (options.prune && image.parent !== '')
    deleteImage(turn, image.parent, removals, { force: false, prune: true, quiet: true });
}

/** Layers that no other image stands on are deleted, the uppermost first. */
function forgetLayers(turn: Turn, image: Image, removals: Removal[]): void {
  const standing = [...turn.state.images.values(), ...turn.state.held.values()];
  const kept = new Set(standing.flatMap((other) => chainIds(other.layers)));
  const chain = chainIds(image.layers);
  const gone = chain.filter((id) => !kept.has(id));
  for (const id of [...gone].reverse()) removals.push({ Deleted: id });
  const used = new Set(standing.flatMap((other) => other.layers));
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
