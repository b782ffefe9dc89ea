import { containersOf } from '../container/list';
import { sizeOfLayer } from '../container/changes';
import { layerOf } from '../container/root-files';
import type { Image } from '../catalogue';
import type { Volume } from '../state';
import type { Turn } from '../turn';
import { containerSummaryJson } from './container-json';
import { listImages } from './list-images';
import { membersOf, textOf } from './read-json';
import { volumeJson } from './volume-json';

/** `GET /system/df`: layers are counted once, however many images stand on them. */
export function dataUsage(turn: Turn): Readonly<Record<string, unknown>> {
  const { state, world } = turn;
  const images = state.images.values();
  const containers = containersOf(state);
  const shown = listImages(turn, {}).map((json) => membersOf(json));
  const shared = sharedLayers(images);
  const layers = new Set(images.flatMap((image) => image.layers));
  const copies = world.rules.tagSharesImage() ? 0 : copiedBytes(turn);
  return {
    LayersSize: [...layers].reduce(
      (sum, diffId) => sum + layerOf(state, world, diffId).size,
      copies,
    ),
    Images: shown.map((json) => ({
      ...json,
      Containers: containers.filter((container) => container.image === json['Id']).length,
      SharedSize: sharedBytes(turn, textOf(json['Id']), shared),
    })),
    Containers: [...containers]
      .reverse()
      .map((container) => containerSummaryJson(turn, container, true)),
    Volumes: volumesOf(turn).map((volume) => ({
      ...volumeJson(volume),
      UsageData: {
        Size: sizeOfLayer(volume.files),
        RefCount: containers.filter((container) =>
          container.mounts.some((mount) => mount.kind === 'volume' && mount.name === volume.name),
        ).length,
      },
    })),
    BuildCache: [],
  };
}

/** Named volumes first, each kind the oldest first; those with options of their driver are passed over (moby volume/service LocalVolumesSize). */
function volumesOf({ state }: Turn): readonly Volume[] {
  return state.volumes
    .values()
    .filter(({ options }) => options === undefined)
    .sort((a, b) => Number(a.anonymous) - Number(b.anonymous) || a.created - b.created);
}

/** A layer with everything below it, as Docker tells layers apart. */
function chainsOf(image: Image): readonly string[] {
  return image.layers.map((_, index) => image.layers.slice(0, index + 1).join(' '));
}

/** How many images stand on each layer. */
function sharedLayers(images: readonly Image[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const image of images)
    for (const chain of chainsOf(image)) counts.set(chain, (counts.get(chain) ?? 0) + 1);
  return counts;
}

/** The bytes of an image's layers that other images stand on too. */
function sharedBytes(turn: Turn, id: string, shared: ReadonlyMap<string, number>): number {
  const image = turn.state.images.get(id);
  if (!image) return 0;
  const bytes = chainsOf(image).map((chain, index) =>
    (shared.get(chain) ?? 0) > 1
      ? layerOf(turn.state, turn.world, image.layers[index] ?? '').size
      : 0,
  );
  return bytes.reduce((sum, size) => sum + size, 0);
}

/** Where the rules make a tag a copy: the bytes of every image with the same layers as an earlier one. */
function copiedBytes(turn: Turn): number {
  const seen = new Set<string>();
  let bytes = 0;
  for (const image of turn.state.images.values()) {
    const key = image.layers.join(' ');
    if (seen.has(key)) bytes += image.size;
    seen.add(key);
  }
  return bytes;
}
