import { keyOf, type Mark, type Marks } from './marks';
import { most } from './measures';
import { inOrder, type Plan } from './plan';
import type { ContainerPicture, ImagePicture, Picture } from './picture';

/** Something that has a place in the drawing. */
export interface Placed<T> {
  readonly id: string;
  /** As it is now, or as it was when it went in this step; null when only its place is kept. */
  readonly shown: T | null;
  readonly mark: Mark;
  /** Every form that room is kept for. */
  readonly forms: readonly T[];
}

export interface Scene {
  readonly images: readonly Placed<ImagePicture>[];
  readonly containers: readonly Placed<ContainerPicture>[];
  /** How many of each are there and not drawn. */
  readonly moreImages: number;
  readonly moreContainers: number;
}

/**
 * Which images and containers are drawn, in the plan's order. When there are too many, what this step touched and what came last is drawn, and
 * of images those that drawn containers stand on.
 */
export function sceneOf(picture: Picture, before: Picture | null, plan: Plan, marks: Marks): Scene {
  const allContainers = place(
    picture.containers,
    before?.containers ?? [],
    plan.rooms.map((room) => room.containers),
    plan.containers,
    (id) => marks.of(keyOf.container(id)),
  );
  const containers = chosen(allContainers, most.containers, ({ mark }) => mark !== 'same');
  const under = new Set(containers.map(({ shown, forms }) => (shown ?? forms[0])?.imageId));
  const allImages = place(
    withUnknown(picture),
    before === null ? [] : withUnknown(before),
    plan.rooms.map(withUnknown),
    plan.images,
    (id) => marks.of(keyOf.image(id)),
  );
  const images = chosen(allImages, most.images, ({ id, mark }) => mark !== 'same' || under.has(id));
  const drawn = new Set(images.map(({ id }) => id));
  const standing = containers.filter(({ shown, forms }) =>
    drawn.has((shown ?? forms[0])?.imageId ?? ''),
  );
  return {
    images,
    containers: standing,
    moreImages: missing(allImages, images),
    moreContainers: missing(allContainers, standing),
  };
}

/** The images, and one without layers for each container whose image is not known. */
function withUnknown({ images, containers }: Picture): readonly ImagePicture[] {
  const known = new Set(images.map(({ id }) => id));
  const unknown = new Map<string, ImagePicture>();
  for (const { imageId: id, image } of containers)
    if (!known.has(id)) unknown.set(id, { id, names: [image], size: 0, layers: [], held: true });
  return [...images, ...unknown.values()];
}

function place<T extends { readonly id: string }>(
  now: readonly T[],
  before: readonly T[],
  rooms: readonly (readonly T[])[],
  order: readonly string[],
  markOf: (id: string) => Mark,
): readonly Placed<T>[] {
  const forms = new Map<string, T[]>();
  const kept = rooms.flat();
  for (const item of [...kept, ...now.filter((each) => !kept.includes(each))]) {
    const known = forms.get(item.id);
    if (known === undefined) forms.set(item.id, [item]);
    else known.push(item);
  }
  const shown = new Map(now.map((item) => [item.id, item]));
  for (const item of before) {
    if (shown.has(item.id) || markOf(item.id) !== 'gone') continue;
    shown.set(item.id, item);
    if (!forms.has(item.id)) forms.set(item.id, [item]);
  }
  const all = [...forms].map(([id, each]) => ({
    id,
    shown: shown.get(id) ?? null,
    mark: markOf(id),
    forms: each,
  }));
  return inOrder(all, order);
}

/** At most so many, in their order: the important ones first, then the latest. */
function chosen<T extends Placed<unknown>>(
  all: readonly T[],
  limit: number,
  important: (item: T) => boolean,
): readonly T[] {
  if (all.length <= limit) return all;
  const present = all.filter(({ shown }) => shown !== null).reverse();
  const kept = new Set(
    [...present.filter(important), ...present.filter((item) => !important(item))].slice(0, limit),
  );
  return all.filter((item) => kept.has(item));
}

function missing(all: readonly Placed<unknown>[], drawn: readonly Placed<unknown>[]): number {
  const present = ({ shown, mark }: Placed<unknown>) => shown !== null && mark !== 'gone';
  return all.filter(present).length - drawn.filter(present).length;
}
