import type { Route, StageDrawing } from './drawing';
import { layoutImages } from './layout-images';
import { layoutShelf } from './layout-shelf';
import { layoutStores } from './layout-stores';
import { keyOf, marksOf } from './marks';
import { heights, measuresOf, type StageSize } from './measures';
import type { Picture } from './picture';
import type { Plan } from './plan';
import { sceneOf } from './scene';

/**
 * Where everything of a picture is drawn. What this step brought, changed or took away against `before` is marked; what it took away is drawn once more,
 * as gone. With the plan of a run things keep their places from step to step. The same arguments give the same drawing.
 */
export function layout(
  picture: Picture,
  before: Picture | null,
  plan: Plan,
  size: StageSize,
): StageDrawing {
  const measures = measuresOf[size];
  const marks = marksOf(before, picture);
  const scene = sceneOf(picture, before, plan, marks);
  const shelf = layoutShelf(picture, plan, marks, 4, measures);
  const hostTop = shelf.registries.length === 0 ? 4 : shelf.bottom + heights.water;
  const images = layoutImages(
    scene,
    goneNames(picture, before, marks.of),
    marks,
    hostTop + heights.hostTop,
    measures,
  );
  const empty = scene.images.length === 0;
  const below = empty ? hostTop + heights.hostTop + 56 : images.bottom;
  const stores = layoutStores(
    picture,
    before,
    plan,
    marks,
    images.knobs,
    below + heights.groupGap,
    measures,
  );
  const more = { images: scene.moreImages, containers: scene.moreContainers, stores: stores.more };
  const cut = more.images + more.containers + more.stores > 0;
  const storesBottom = stores.bottom > below + heights.groupGap ? stores.bottom : below;
  const bottom = storesBottom + (cut ? 26 : 0) + heights.hostBottom;
  const drawing = {
    size,
    width: measures.width,
    height: bottom + 4,
    host: { x: 2, y: hostTop, width: measures.hostRight - 2, height: bottom - hostTop },
    registries: shelf.registries,
    plates: images.plates,
    images: images.images,
    berths: images.berths,
    containers: images.containers,
    ports: images.ports,
    stores: stores.stores,
    crane: null,
    more: { ...more, y: storesBottom + 18 },
  };
  return { ...drawing, crane: craneOf(drawing, marks.carried) };
}

/** Names that an image which stays has lost in this step. */
function goneNames(
  picture: Picture,
  before: Picture | null,
  markOf: (key: string) => string,
): (image: string) => readonly string[] {
  const lost = new Map(
    (before?.images ?? []).map(({ id, names }) => [
      id,
      names.filter((name) => markOf(keyOf.name(id, name)) === 'gone'),
    ]),
  );
  const staying = new Set(picture.images.map(({ id }) => id));
  return (image) => (staying.has(image) ? (lost.get(image) ?? []) : []);
}

/** From the tag on the shelf down the left edge to the image, or up again. */
function craneOf(
  { registries, images, host }: Pick<StageDrawing, 'registries' | 'images' | 'host'>,
  carried: ReturnType<typeof marksOf>['carried'],
): Route | null {
  if (carried === null) return null;
  const short = shortEntry(carried);
  const entry = registries
    .flatMap(({ entries }) => entries)
    .find(({ key }) => key === keyOf.entry(carried.registry, short));
  const full = carried.registry === 'docker.io' ? short : `${carried.registry}/${short}`;
  const image =
    images.find(({ id, labels }) => labels.some(({ key }) => key === keyOf.name(id, full))) ?? null;
  if (entry === undefined || image === null) return null;
  const lane = host.x + 6;
  const [from] = image.mooring;
  const y = from?.[1] ?? image.box.y;
  const x = entry.box.x + Math.min(20, entry.box.width / 2);
  const board = entry.box.y + entry.box.height + 1.5;
  const down: Route = [
    [x, board],
    [lane, board],
    [lane, y],
    [lane + 6, y],
  ];
  return carried.kind === 'image-pulled' ? down : [...down].reverse();
}

function shortEntry(carried: { readonly name: string; readonly registry: string }): string {
  const prefix = `${carried.registry}/`;
  return carried.name.startsWith(prefix) ? carried.name.slice(prefix.length) : carried.name;
}
