import type { Image } from '../catalogue';
import type { Container, Sandbox } from '../state';

/** The image whose layers a container stands on, also when it was taken from the store by force; undefined where the rules take it away. */
export function imageOfContainer(state: Sandbox, container: Container): Image | undefined {
  return state.images.get(container.image) ?? state.held.get(container.image);
}
