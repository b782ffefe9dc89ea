import type { Container, Sandbox } from '../state';

const sorted = new WeakMap<Sandbox['containers'], readonly Container[]>();

/** All containers, the oldest first. The order does not hang on how the state was stored. */
export function containersOf(state: Sandbox): readonly Container[] {
  const known = sorted.get(state.containers);
  if (known) return known;
  const list = state.containers.values();
  const inOrder = list.every(
    (container, index) => index === 0 || container.ordinal > (list[index - 1]?.ordinal ?? -1),
  );
  const result = inOrder ? list : list.sort((a, b) => a.ordinal - b.ordinal);
  sorted.set(state.containers, result);
  return result;
}
