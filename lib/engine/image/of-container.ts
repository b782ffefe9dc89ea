import type { Image } from '../catalogue';
import type { Container, Sandbox } from '../state';

/** The image whose layers a container stands on, also when it was taken from the store by force; undefined where the rules take it away. */
export function imageOfContainer(state: Sandbox, container: Container): Image | undefined {
  return storedOrHeld(state, container.image);
}

/** An image by its id, also one that is gone from the store but that a container still stands on or has mounted. */
export function storedOrHeld(state: Sandbox, id: string): Image | undefined {
  return state.images.get(id) ?? state.held.get(id);
}
