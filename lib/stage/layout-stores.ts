import type { Route, StoreDrawing } from './drawing';
import { flowLabels } from './flow-labels';
import { keyOf, type Marks } from './marks';
import { heights, most, type Measures } from './measures';
import type { Picture } from './picture';
import type { Plan } from './plan';

/** A network, a volume or a folder of the host. */
interface Store {
  readonly key: string;
  readonly kind: StoreDrawing['kind'];
  readonly text: string;
  readonly anonymous: boolean;
}

function storesOf({ networks, volumes, containers }: Picture): readonly Store[] {
  const folders = new Set(
    containers.flatMap(({ mounts }) =>
      mounts.flatMap(({ kind, source }) => (kind === 'bind' ? [source] : [])),
    ),
  );
  return [
    ...networks.map(({ name }): Store => ({
      key: keyOf.network(name),
      kind: 'network',
      text: name,
      anonymous: false,
    })),
    ...volumes.map(({ name, anonymous }): Store => ({
      key: keyOf.volume(name),
      kind: 'volume',
      text: anonymous ? name.slice(0, 12) : name,
      anonymous,
    })),
    ...[...folders].sort().map((folder): Store => ({
      key: keyOf.bind(folder),
      kind: 'bind',
      text: folder,
      anonymous: false,
    })),
  ];
}

/** Networks, volumes and folders below the containers, with the rails that lead up to those that use them. */
export function layoutStores(
  picture: Picture,
  before: Picture | null,
  plan: Plan,
  marks: Marks,
  knobs: readonly { readonly store: string; readonly y: number }[],
  top: number,
  measures: Measures,
): { readonly stores: readonly StoreDrawing[]; readonly more: number; readonly bottom: number } {
  const now = new Map(storesOf(picture).map((store) => [store.key, store]));
  const gone = (before === null ? [] : storesOf(before)).filter(
    ({ key }) => !now.has(key) && marks.of(key) === 'gone',
  );
  const all = new Map(
    [...plan.rooms.flatMap(storesOf), ...gone, ...now.values()].map((store) => [store.key, store]),
  );
  const order = ['network', 'volume', 'bind'];
  const places = [...all.values()].sort(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || (a.key < b.key ? -1 : 1),
  );
  const drawn = places.slice(0, most.stores);
  const { rails, contentLeft, bow, textSize } = measures;
  const stores = drawn.flatMap((store, index): StoreDrawing[] => {
    const mark = marks.of(store.key);
    if (!now.has(store.key) && mark !== 'gone') return [];
    const y = top + index * heights.store;
    const room = { x: contentLeft, y, width: bow - contentLeft - 20 };
    const [label] = flowLabels([store.text], room, textSize);
    if (label === undefined) return [];
    const middle = y + heights.label / 2;
    const used = knobs.filter((knob) => knob.store === store.key).map((knob) => knob.y);
    const rail = rails.left + index * rails.step;
    const lines: Route[] =
      used.length === 0 || index >= rails.most
        ? []
        : [
            [
              [label.box.x + label.box.width, middle],
              [rail, middle],
              [rail, Math.min(...used)],
            ],
            ...used.map((at): Route => [
              [bow, at],
              [rail, at],
            ]),
          ];
    return [{ ...store, box: label.box, text: label.text, mark, lines }];
  });
  const hidden = places.slice(most.stores).filter(({ key }) => now.has(key)).length;
  return {
    stores,
    more: hidden,
    bottom: drawn.length === 0 ? top : top + drawn.length * heights.store,
  };
}
