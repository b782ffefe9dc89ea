import type { Picture } from './picture';
import { most } from './measures';

/**
 * What several pictures of one host have in common: the order in which things are drawn, and, where the run is short, how much room each needs, so
 * that nothing moves from step to step.
 */
export interface Plan {
  /** Keys in the order of their first appearance. */
  readonly images: readonly string[];
  readonly containers: readonly string[];
  /** The pictures for which room is kept; none when things close up instead. */
  readonly rooms: readonly Picture[];
}

/** The plan of a run. More images or containers than can be drawn at once close up: their places are not kept. */
export function planOf(pictures: readonly Picture[]): Plan {
  const images = distinct(pictures.flatMap((picture) => picture.images.map(({ id }) => id)));
  const containers = distinct(
    pictures.flatMap((picture) => picture.containers.map(({ id }) => id)),
  );
  const few = images.length <= most.images / 2 && containers.length <= most.containers / 2;
  return { images, containers, rooms: few ? pictures : [] };
}

function distinct(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}

/** Those of `items` in the order of `order`, unknown ones last and as they came. */
export function inOrder<T extends { readonly id: string }>(
  items: readonly T[],
  order: readonly string[],
): readonly T[] {
  const rank = new Map(order.map((id, index) => [id, index]));
  return [...items].sort(
    (a, b) => (rank.get(a.id) ?? Infinity) - (rank.get(b.id) ?? Infinity) || 0,
  );
}
