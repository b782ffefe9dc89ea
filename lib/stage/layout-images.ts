import type { Box, ContainerDrawing, ImageDrawing, PlateDrawing, PortDrawing } from './drawing';
import { flowHeight, flowLabels } from './flow-labels';
import { imagesOn, layerTree, nodesFrom, type LayerNode } from './layer-tree';
import { berthBox, hullHeight, layoutHull } from './layout-hull';
import { keyOf, type Mark, type Marks } from './marks';
import { heights, most, type Measures } from './measures';
import type { ImagePicture } from './picture';
import type { Placed, Scene } from './scene';

export interface ImagesLayout {
  readonly plates: readonly PlateDrawing[];
  readonly images: readonly ImageDrawing[];
  readonly berths: readonly Box[];
  readonly containers: readonly ContainerDrawing[];
  readonly ports: readonly PortDrawing[];
  readonly knobs: readonly { readonly store: string; readonly y: number }[];
  readonly bottom: number;
}

/** What an image takes from top to bottom, its containers included. */
interface Extent {
  readonly top: number;
  readonly bottom: number;
  readonly image: Placed<ImagePicture>;
}

/** A layer's width comes in steps, so that one more layer somewhere seldom changes all of them. */
const depthSteps = [3, 5, 8, 12, 16, 24, 40];

/** A place for the size at the end of an image's first line. */
const sizeRoom = 56;

/** Images with their layers, names and containers, from `top` down. */
export function layoutImages(
  scene: Scene,
  goneNames: (image: string) => readonly string[],
  marks: Marks,
  top: number,
  measures: Measures,
): ImagesLayout {
  const tree = layerTree(
    scene.images.map(({ id, forms }) => ({ id, layers: forms[0]?.layers ?? [] })),
  );
  const deepest = Math.max(1, ...nodesFrom(tree).map(({ depth }) => depth + 1));
  const plateStep = measures.platesWidth / (depthSteps.find((step) => step >= deepest) ?? deepest);
  const ending = new Map(
    nodesFrom(tree).flatMap((node) => node.ends.map((id) => [id, node] as const)),
  );
  const byId = new Map(scene.images.map((image) => [image.id, image]));
  const extents = new Map<string, Extent>();
  const images: ImageDrawing[] = [];
  const berths: Box[] = [];
  const containers: ContainerDrawing[] = [];
  const ports: PortDrawing[] = [];
  const knobs: { store: string; y: number }[] = [];
  let y = top;
  for (const id of imagesOn(tree)) {
    const image = byId.get(id);
    if (image === undefined) continue;
    const deck = measures.platesLeft + ((ending.get(id)?.depth ?? -1) + 1) * plateStep;
    const { height: headerHeight, drawing: header } = layoutHeader(
      image,
      goneNames(id),
      y,
      deck,
      marks,
      measures,
    );
    let bottom = y + headerHeight;
    for (const container of scene.containers) {
      if ((container.shown ?? container.forms[0])?.imageId !== id) continue;
      const height = hullHeight(container, measures);
      const hullTop = bottom + heights.berthGap;
      const hull = layoutHull(container, hullTop, height, deck, measures);
      bottom = hullTop + height;
      // A berth is kept only at an image that is there.
      if (hull === null && image.shown !== null) berths.push(berthBox(hullTop, height, measures));
      if (hull === null) continue;
      containers.push(hull.drawing);
      ports.push(...hull.ports);
      knobs.push(...hull.knobs);
    }
    extents.set(id, { top: y, bottom, image });
    if (header !== null)
      images.push({
        ...header,
        layers: {
          x: measures.platesLeft,
          y,
          width: deck - measures.platesLeft,
          height: bottom - y,
        },
      });
    y = bottom + heights.groupGap;
  }
  return {
    plates: tree.children
      .flatMap(nodesFrom)
      .flatMap((node) => plate(node, extents, plateStep, measures)),
    images,
    berths,
    containers,
    ports,
    knobs,
    bottom: extents.size === 0 ? top : y - heights.groupGap,
  };
}

function layoutHeader(
  placed: Placed<ImagePicture>,
  gone: readonly string[],
  y: number,
  deck: number,
  marks: Marks,
  measures: Measures,
): { readonly height: number; readonly drawing: Omit<ImageDrawing, 'layers'> | null } {
  const { contentLeft, bow, textSize } = measures;
  const room = { x: contentLeft, y, width: bow - contentLeft };
  const flow = (names: readonly string[]) => flowLabels(names, room, textSize, sizeRoom);
  const labelled = ({ names }: ImagePicture) =>
    names.length === 0 ? ['<none>'] : names.slice(0, most.labels);
  const height = Math.max(
    heights.label,
    // A name that goes is shown once more beside the one that comes.
    ...placed.forms.map((form, index) =>
      flowHeight(flow(union(labelled(form), labelled(placed.forms[index + 1] ?? form))), y),
    ),
    placed.shown === null ? 0 : flowHeight(flow(union(labelled(placed.shown), gone)), y),
  );
  const image = placed.shown;
  if (image === null) return { height, drawing: null };
  const bare = image.names.length === 0 && gone.length > 0;
  const names = bare ? gone : union(labelled(image), gone);
  const labels = flow(names).map(({ box, text }, index) => {
    const key = keyOf.name(image.id, names[index] ?? '');
    // With a new image its names are new, too; that needs no sign of its own.
    const mark: Mark = placed.mark === 'same' ? marks.of(key) : placed.mark;
    return { key, box, text, mark };
  });
  return {
    height,
    drawing: {
      key: keyOf.image(image.id),
      id: image.id,
      box: { ...room, height },
      mark: placed.mark,
      held: image.held,
      labels,
      moreNames: Math.max(0, image.names.length - most.labels),
      size: image.size,
      mooring: [
        [deck, y + heights.label / 2],
        [contentLeft, y + heights.label / 2],
      ],
    },
  };
}

function union(some: readonly string[], others: readonly string[]): readonly string[] {
  return [...new Set([...some, ...others])].sort();
}

/** A layer as high as all that stands on it. None when nothing that is drawn does. */
function plate(
  node: LayerNode,
  extents: ReadonlyMap<string, Extent>,
  step: number,
  { platesLeft }: Measures,
): PlateDrawing[] {
  const on = imagesOn(node)
    .flatMap((id) => extents.get(id) ?? [])
    .filter(({ image }) => image.shown !== null);
  if (on.length === 0) return [];
  const staying = on.filter(({ image }) => image.mark !== 'gone');
  const bearing = staying.length > 0 ? staying : on;
  const top = Math.min(...bearing.map((extent) => extent.top));
  const bottom = Math.max(...bearing.map((extent) => extent.bottom));
  const allNew = bearing.every(({ image }) => image.mark === 'new');
  const gap = step > 8 ? 2 : 1;
  return [
    {
      key: `layer ${node.key}`,
      box: {
        x: platesLeft + node.depth * step,
        y: top,
        width: Math.max(1, step - gap),
        height: bottom - top,
      },
      images: bearing.length,
      mark: staying.length === 0 ? 'gone' : allNew ? 'new' : 'same',
      held: bearing.every(({ image }) => image.shown?.held === true),
      depth: node.depth,
    },
  ];
}
