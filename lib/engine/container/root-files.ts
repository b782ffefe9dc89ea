import type { Image, Layer } from '../catalogue';
import type { LayerFiles } from '../filesystem';
import { mergeLayers, type MergedFiles } from '../files/merge';
import { noFiles } from '../files/tree';
import type { Container, Sandbox } from '../state';
import { change, type Turn } from '../turn';
import type { World } from '../world';
import { initLayer } from './docker-files';

/** Finds a layer made here or in the catalogue. */
export function layerOf(state: Sandbox, world: World, diffId: string): Layer {
  const layer = state.layers.get(diffId) ?? world.catalogue.layers[diffId];
  if (!layer) throw new Error(`no layer ${diffId}`);
  return layer;
}

/** Layers merged from the lowest up, and what was merged with one more on top of them: an image that was built shares all but its last layers. */
interface Stack {
  readonly files: MergedFiles;
  readonly over: WeakMap<Layer, Stack>;
}

const merged = new WeakMap<Image, MergedFiles>();
const ground: Stack = { files: mergeLayers([]), over: new WeakMap() };
const bases = new WeakMap<MergedFiles, MergedFiles>();

/** All layers of an image as one tree; computed once for the same layers, because they never change. */
export function filesOfImage(state: Sandbox, world: World, image: Image): MergedFiles {
  const known = merged.get(image);
  if (known) return known;
  let stack = ground;
  for (const diffId of image.layers) {
    const layer = layerOf(state, world, diffId);
    let higher = stack.over.get(layer);
    if (!higher) {
      higher = { files: mergeLayers([layer.files], stack.files), over: new WeakMap() };
      stack.over.set(layer, higher);
    }
    stack = higher;
  }
  merged.set(image, stack.files);
  return stack.files;
}

/** What a container's writable layer lies on: the image, and over it what Docker puts into every container. */
export function baseFiles(state: Sandbox, world: World, image: Image): MergedFiles {
  const below = filesOfImage(state, world, image);
  const known = bases.get(below);
  if (known) return known;
  const missing = Object.entries(initLayer).filter(([path]) => !below.entries.has(path));
  const files = mergeLayers([Object.fromEntries(missing)], below);
  bases.set(below, files);
  return files;
}

/** The key of a container's writable layer, as the rules have it. */
export function writableKey(turn: Turn, container: Container): string {
  return turn.world.rules.writableLayerKey({
    containerId: container.id,
    containerName: container.name,
    imageId: container.image,
  });
}

/** The writable layer of a container. */
export function writableLayer(turn: Turn, container: Container): LayerFiles {
  const { writable } = turn.state;
  // Whose layer it is matters only where something was written.
  return writable.size === 0 ? noFiles : (writable.get(writableKey(turn, container)) ?? noFiles);
}

/** Whether a container's writable layer holds anything. */
export function hasWritten(turn: Turn, container: Container): boolean {
  return writableLayer(turn, container) !== noFiles;
}

/** Replaces a writable layer; an empty one is not kept. */
export function putWritableLayer(turn: Turn, key: string, files: LayerFiles): void {
  const { writable } = turn.state;
  const empty = Object.keys(files).length === 0;
  change(turn).writable = empty ? writable.delete(key) : writable.set(key, files);
}
