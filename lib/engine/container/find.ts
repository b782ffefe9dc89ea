import { refuse } from '../errors';
import type { Container, Sandbox } from '../state';

const ID_LENGTH = 64;

/** Finds a container by its full id, its exact name or a unique prefix of its id; null when there is none (moby daemon/container.go GetContainer). */
export function findContainer(state: Sandbox, word: string): Container | null {
  const exact = word.length === ID_LENGTH ? state.containers.get(word) : undefined;
  if (exact) return exact;
  const byName = state.names.get(word.startsWith('/') ? word.slice(1) : word);
  if (byName !== undefined) return state.containers.get(byName) ?? null;
  if (word === '' || !/^[0-9a-f]+$/.test(word)) return null;
  const [first, second] = state.containers.startingWith(word, 2);
  if (second) refuse('invalid-parameter', `multiple IDs found with provided prefix: ${word}`);
  return first ? first[1] : null;
}

/** As `findContainer`; an unknown one ends the operation. */
export function getContainer(state: Sandbox, word: string): Container {
  return findContainer(state, word) ?? refuse('not-found', `No such container: ${word}`);
}
