import { changesBetween, type Change } from './changes-between';
import type { Picture } from './picture';

/** What a drawn thing is against the picture one step before. */
export type Mark = 'same' | 'new' | 'changed' | 'gone';

/** How a drawn thing is known from one picture to the next. */
export const keyOf = {
  image: (id: string) => `image ${id}`,
  /** A name on an image. */
  name: (image: string, name: string) => `name ${image} ${name}`,
  container: (id: string) => `container ${id}`,
  volume: (name: string) => `volume ${name}`,
  bind: (folder: string) => `bind ${folder}`,
  network: (name: string) => `network ${name}`,
  registry: (host: string) => `registry ${host}`,
  entry: (host: string, name: string) => `entry ${host} ${name}`,
};

/** What a step touched, by key, and the change that moved an image to or from a registry, if one did. */
export interface Marks {
  readonly of: (key: string) => Mark;
  readonly carried: Extract<Change, { kind: 'image-pulled' | 'image-pushed' }> | null;
}

/** Compares two pictures. Without one before there is nothing to compare with and everything is the same. */
export function marksOf(before: Picture | null, after: Picture): Marks {
  const marks = new Map<string, Mark>();
  const changes = before === null ? [] : changesBetween(before, after);
  for (const change of changes)
    for (const [key, mark] of touchedBy(change)) {
      if (marks.get(key) !== 'new') marks.set(key, mark);
    }
  const carried = changes.find(
    (change) => change.kind === 'image-pulled' || change.kind === 'image-pushed',
  );
  return { of: (key) => marks.get(key) ?? 'same', carried: carried ?? null };
}

function touchedBy(change: Change): readonly (readonly [string, Mark])[] {
  switch (change.kind) {
    case 'image-pulled':
      return [
        [keyOf.image(change.image), 'new'],
        [keyOf.name(change.image, change.name), 'new'],
      ];
    case 'image-made':
      return [[keyOf.image(change.image), 'new']];
    case 'image-named':
      return [[keyOf.name(change.image, change.name), 'new']];
    case 'image-unnamed':
      return [[keyOf.name(change.image, change.name), 'gone']];
    case 'name-moved':
      return [
        [keyOf.name(change.from, change.name), 'gone'],
        [keyOf.name(change.image, change.name), 'new'],
      ];
    case 'image-removed':
      return [[keyOf.image(change.image), 'gone']];
    case 'image-held':
      return [[keyOf.image(change.image), 'changed']];
    case 'image-pushed':
      return [[keyOf.entry(change.registry, change.name), 'new']];
    case 'container-made':
      return [[keyOf.container(change.container), 'new']];
    case 'container-removed':
      return [[keyOf.container(change.container), 'gone']];
    case 'network-joined':
    case 'network-left':
    case 'container-state':
    case 'container-restarted':
    case 'container-renamed':
    case 'container-wrote':
    case 'memory-grew':
    case 'memory-shrank':
    case 'cpu-given':
    case 'cpu-taken':
    case 'ports-changed':
    case 'image-shown':
      return [[keyOf.container(change.container), 'changed']];
    case 'volume-made':
      return [[keyOf.volume(change.name), 'new']];
    case 'volume-removed':
      return [[keyOf.volume(change.name), 'gone']];
    case 'network-made':
      return [[keyOf.network(change.name), 'new']];
    case 'network-removed':
      return [[keyOf.network(change.name), 'gone']];
    case 'logged-in':
    case 'logged-out':
      return [[keyOf.registry(change.registry), 'changed']];
  }
}
