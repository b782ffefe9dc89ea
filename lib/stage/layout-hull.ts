import type { Box, ContainerDrawing, PortDrawing, Route, TagDrawing } from './drawing';
import { fitText, monoWidth } from './fit-text';
import { keyOf, type Mark } from './marks';
import { heights, most, type Measures } from './measures';
import type { ContainerPicture, PortPicture } from './picture';
import type { Placed } from './scene';

/** What a tag says and what it stands for. */
interface Tag {
  readonly kind: TagDrawing['kind'];
  readonly text: string;
  readonly port: PortPicture | null;
  /** The key of the network, volume or folder that it leads to. */
  readonly store: string | null;
}

/** A hull's place in the drawing with what leads away from it. */
export interface HullLayout {
  readonly drawing: ContainerDrawing;
  readonly ports: readonly PortDrawing[];
  /** Where rails to networks, volumes and folders begin, by their keys. */
  readonly knobs: readonly { readonly store: string; readonly y: number }[];
}

const anywhere: ReadonlySet<string> = new Set(['0.0.0.0', '', '::']);

function tagsOf({ ports, mounts, networks }: ContainerPicture): readonly Tag[] {
  return [
    ...ports.map((port): Tag => {
      const { inside, outside } = port;
      const from =
        outside !== null && !anywhere.has(outside.address) ? `${outside.address} → ` : '';
      return { kind: 'port', text: `${from}${inside}`, port, store: null };
    }),
    ...networks.map((name): Tag => ({
      kind: 'network',
      text: name,
      port: null,
      store: keyOf.network(name),
    })),
    ...mounts.map(({ kind, path, source }): Tag => ({
      kind,
      text: path,
      port: null,
      store: kind === 'volume' ? keyOf.volume(source) : keyOf.bind(source),
    })),
  ];
}

/** How high a hull is in every form that room is kept for. */
export function hullHeight(placed: Placed<ContainerPicture>, measures: Measures): number {
  const lines = Math.max(
    0,
    ...placed.forms.map((form) => Math.min(most.tags, tagsOf(form).length)),
  );
  if (measures.tagsBeside === null) return heights.hull + lines * heights.tag;
  return Math.max(heights.hull, lines * heights.tag + 10);
}

/** The recess in the quay that a hull of this height lies in, open to the outside. */
export function berthBox(y: number, height: number, { contentLeft, hostRight }: Measures): Box {
  return { x: contentLeft - 4, y: y - 3, width: hostRight - contentLeft + 4, height: height + 6 };
}

/** A container at `y`. Null when only its place is kept. */
export function layoutHull(
  placed: Placed<ContainerPicture>,
  y: number,
  height: number,
  deck: number,
  measures: Measures,
): HullLayout | null {
  const { shown: container, mark } = placed;
  if (container === null) return null;
  const { contentLeft, bow, tagsBeside, textSize, nameSize } = measures;
  const key = keyOf.container(container.id);
  const own = hullHeight({ ...placed, forms: [container] }, measures);
  const hull = { x: contentLeft, y, width: bow - contentLeft, height: own };
  const tags = tagsOf(container);
  const shownTags = tags.slice(0, most.tags);
  const tagX = tagsBeside === null ? hull.x + 30 : hull.x + tagsBeside;
  const firstTag = tagsBeside === null ? y + heights.hull + 3 : y + tagTop(own, shownTags.length);
  const drawn = shownTags.map((tag, index): TagDrawing => {
    const room = bow - 12 - tagX - 16;
    return {
      kind: tag.kind,
      x: tagX,
      y: firstTag + index * heights.tag,
      text: fitText(tag.text, textSize, room),
    };
  });
  const nameRoom = (tagsBeside === null ? hull.width : tagsBeside) - 52;
  return {
    drawing: {
      key,
      id: container.id,
      berth: berthBox(y, height, measures),
      hull,
      mark,
      name: fitText(container.name, nameSize, nameRoom),
      state: container.state,
      exitCode: container.exitCode,
      cpu: container.cpu,
      memory: container.memory,
      written: container.written.paths > 0,
      tags: drawn,
      moreTags: tags.length - shownTags.length,
      mooring: [
        [deck, y + 23],
        [hull.x, y + 23],
      ],
    },
    ports: shownTags.flatMap(({ port }, index) => {
      const at = drawn[index];
      const outside = port?.outside ?? null;
      if (outside === null || at === undefined || mark === 'gone') return [];
      return [portDrawing(container, outside.port, at.y, mark, measures)];
    }),
    knobs: shownTags.flatMap(({ store }, index) => {
      const at = drawn[index];
      return store === null || at === undefined || mark === 'gone' ? [] : [{ store, y: at.y }];
    }),
  };
}

/** The middle of the first of so many lines that stand in the middle of a hull. */
function tagTop(height: number, lines: number): number {
  return (height - lines * heights.tag) / 2 + heights.tag / 2;
}

function portDrawing(
  container: ContainerPicture,
  port: number,
  y: number,
  mark: Mark,
  { bow, portLeft, portWidth, textSize }: Measures,
): PortDrawing {
  const text = String(port);
  const width = Math.min(portWidth, Math.max(monoWidth(text, textSize) + 12, portWidth - 8));
  const line: Route = [
    [bow, y],
    [portLeft, y],
  ];
  return {
    key: `port ${container.id} ${y} ${text}`,
    box: { x: portLeft, y: y - 9, width, height: 18 },
    text,
    mark,
    line,
  };
}
