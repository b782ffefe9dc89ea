import { layerOf } from '../container/root-files';
import type { Sandbox } from '../state';
import type { World } from '../world';
import { compressedDigest, compressedSize } from './manifest';

const short = (digest: string): string => digest.slice('sha256:'.length, 'sha256:'.length + 12);

/** How many bytes travel for each layer of the local images, by the name that a push or a pull tells it under: the layer's, or that of its compressed form. */
export function transferSizes(sandbox: Sandbox, world: World): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const image of sandbox.images.values())
    for (const diffId of image.layers) {
      if (sizes.has(short(diffId))) continue;
      const layer = layerOf(sandbox, world, diffId);
      sizes.set(short(diffId), layer.size);
      sizes.set(short(compressedDigest(diffId)), compressedSize(layer));
    }
  return sizes;
}
