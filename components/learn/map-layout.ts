import { trackOffsets, type Stretch } from './map-tracks';
import { rowsOf, type MapConcept } from './map-rows';
import { topicOf, type Topic } from './topics';

/** The map's measures in pixels. A box stands in the middle of its cell; lines run in what is left between the boxes. */
export const mapMeasures = {
  laneWidth: 150,
  rowHeight: 84,
  boxWidth: 126,
  boxHeight: 58,
  head: 44,
};

/** Topics side by side, so that lines are short: of all orders the one with the least way across that has images and containers in the middle. */
export const lanes: readonly Topic[] = [
  'name',
  'registry',
  'docker',
  'image',
  'container',
  'make',
  'lifecycle',
  'run',
];

/** A concept's box: its centre. */
export interface MapNode {
  readonly id: string;
  readonly lane: number;
  readonly row: number;
  readonly x: number;
  readonly y: number;
}

/** A line from what is needed down to what needs it, as the corners it passes. */
export interface MapEdge {
  readonly from: string;
  readonly to: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

export interface MapLayout {
  readonly width: number;
  readonly height: number;
  /** In teaching order. */
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
}

interface Way {
  readonly from: MapNode;
  readonly to: MapNode;
  /** The gap between two lanes in which the line goes down: gap n is left of lane n. Null where it only passes one gap between rows. */
  readonly gap: number | null;
}

/** Where every concept and every line of the map stands. Pure; the same concepts give the same map. */
export function layOutMap(concepts: readonly MapConcept[]): MapLayout {
  const { laneWidth, rowHeight, boxWidth, boxHeight, head } = mapMeasures;
  const rows = rowsOf(concepts);
  const nodes = concepts.flatMap(({ id }): MapNode[] => {
    const row = rows.get(id);
    if (row === undefined) return [];
    const lane = lanes.indexOf(topicOf(id));
    return [{ id, lane, row, x: (lane + 0.5) * laneWidth, y: head + (row + 0.5) * rowHeight }];
  });
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const ways = concepts.flatMap(({ id, needs }) =>
    needs.flatMap((need): Way[] => {
      const [from, to] = [byId.get(need), byId.get(id)];
      if (from === undefined || to === undefined) return [];
      const near = from.lane > to.lane ? to.lane + 1 : to.lane;
      return [{ from, to, gap: to.row === from.row + 1 ? null : near }];
    }),
  );
  const across = trackOffsets(ways.flatMap(stretchesAcross), rowHeight - boxHeight);
  const down = trackOffsets(ways.flatMap(stretchesDown), laneWidth - boxWidth);
  const edges = ways.map((way): MapEdge => {
    const { from, to, gap } = way;
    const leave = rowLine(from.row, across.get(outOf(way)) ?? 0);
    const start = [from.x, from.y + boxHeight / 2] as const;
    const end = [to.x, to.y - boxHeight / 2] as const;
    const corners: (readonly [number, number])[] =
      gap === null
        ? [
            [from.x, leave],
            [to.x, leave],
          ]
        : cornersThrough(
            Math.max(4, gap * laneWidth + (down.get(downOf(way)) ?? 0)),
            leave,
            way,
            across,
          );
    return { from: from.id, to: to.id, points: [start, ...corners, end] };
  });
  const lowest = Math.max(0, ...nodes.map(({ row }) => row + 1));
  return { width: lanes.length * laneWidth, height: head + lowest * rowHeight, nodes, edges };
}

/** The middle of the gap below a row. */
function rowLine(row: number, offset: number): number {
  return mapMeasures.head + (row + 1) * mapMeasures.rowHeight + offset;
}

function cornersThrough(
  x: number,
  leave: number,
  way: Way,
  across: ReadonlyMap<string, number>,
): (readonly [number, number])[] {
  const arrive = rowLine(way.to.row - 1, across.get(into(way)) ?? 0);
  return [
    [way.from.x, leave],
    [x, leave],
    [x, arrive],
    [way.to.x, arrive],
  ];
}

// Lines out of one box share their way, and so do lines into one box.
const outOf = ({ from }: Way): string => `out of ${from.id}`;
const into = ({ to }: Way): string => `into ${to.id}`;
const downOf = ({ from, gap }: Way): string => `${from.id} down ${String(gap)}`;

function stretchesAcross(way: Way): Stretch[] {
  const { from, to, gap } = way;
  const { laneWidth } = mapMeasures;
  if (gap === null) return [{ name: outOf(way), gap: from.row, ends: [from.x, to.x] }];
  const x = gap * laneWidth;
  return [
    { name: outOf(way), gap: from.row, ends: [from.x, x] },
    { name: into(way), gap: to.row - 1, ends: [x, to.x] },
  ];
}

function stretchesDown(way: Way): Stretch[] {
  const { from, to, gap } = way;
  return gap === null ? [] : [{ name: downOf(way), gap, ends: [from.row, to.row - 1] }];
}
