import { containersOf } from '../container/list';
import { sizeOfLayer } from '../container/changes';
import { layerOf } from '../container/root-files';
import type { Turn } from '../turn';
import { containerSummaryJson } from './container-json';
import { imageSummaryJson } from './image-json';
import { volumeJson } from './volume-json';

/** `GET /system/df`: layers are counted once, however many images stand on them. */
export function dataUsage(turn: Turn): Readonly<Record<string, unknown>> {
  const { state, world } = turn;
  const images = state.images.values();
  const containers = containersOf(state);
  const layers = new Set(images.flatMap((image) => image.layers));
  const copies = world.rules.tagSharesImage() ? 0 : copiedBytes(turn);
  return {
    LayersSize: [...layers].reduce(
      (sum, diffId) => sum + layerOf(state, world, diffId).size,
      copies,
    ),
    Images: images.map((image) => ({
      ...imageSummaryJson(turn, image),
      Containers: containers.filter((container) => container.image === image.id).length,
      SharedSize: 0,
    })),
    Containers: containers.map((container) => containerSummaryJson(turn, container, true)),
    Volumes: state.volumes.values().map((volume) => ({
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
