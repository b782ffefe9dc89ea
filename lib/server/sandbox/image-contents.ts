import 'server-only';
import { createHash } from 'node:crypto';
import type { Catalogue, Image, Layer } from '@/lib/engine';
import type { Row } from './stored-text';

const imageDigests = new WeakMap<Image, string>();
const layerDigests = new WeakMap<Layer, string>();

/** The SHA-256 of everything that a value says, whatever the order of its members. */
function digestOf(value: unknown): string {
  return createHash('sha256').update(sorted(value)).digest('hex');
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}

/** The name of an image's row. Two images with one id may differ in what Docker leaves out of the id. */
export function imageDigest(image: Image): string {
  const known = imageDigests.get(image);
  if (known !== undefined) return known;
  const digest = digestOf(image);
  imageDigests.set(image, digest);
  return digest;
}

/** The name of a layer's row: of all that it holds, because anybody may load a layer under another's id. */
export function layerDigest(layer: Layer): string {
  const known = layerDigests.get(layer);
  if (known !== undefined) return known;
  const digest = digestOf(layer);
  layerDigests.set(layer, digest);
  return digest;
}

export function imageRow(image: Image): Row {
  const { id, created, parent, size, config, layers: _own, ...about } = image;
  return { digest: imageDigest(image), image_id: id, created, parent, size, config, about };
}

export function imageLayerRows(image: Image): readonly Row[] {
  const digest = imageDigest(image);
  return image.layers.map((diffId, position) => ({ digest, position, diff_id: diffId }));
}

export function layerRow(layer: Layer): Row {
  const { diffId, size, files } = layer;
  return { digest: layerDigest(layer), diff_id: diffId, size, files };
}

/** An image as a statement gives it, its layers in order. */
export interface StoredImage {
  readonly digest: string;
  readonly image_id: string;
  readonly created: string;
  readonly parent: string;
  readonly size: number;
  readonly config: Image['config'];
  readonly about: Omit<Image, 'id' | 'created' | 'parent' | 'size' | 'config' | 'layers'>;
  readonly layers: readonly string[];
}

export interface StoredLayer {
  readonly digest: string;
  readonly diff_id: string;
  readonly size: number;
  readonly files: Layer['files'];
}

/** Images and layers in use in this process: what has one digest is one object, so that what the engine remembers of it serves all sandboxes. */
const images = new Map<string, WeakRef<Image>>();
const layers = new Map<string, WeakRef<Layer>>();
const MOST_REMEMBERED = 10_000;

function remember<T extends WeakKey>(
  all: Map<string, WeakRef<T>>,
  digest: string,
  make: () => T,
): T {
  const known = all.get(digest)?.deref();
  if (known) return known;
  const made = make();
  if (all.size >= MOST_REMEMBERED) all.clear();
  all.set(digest, new WeakRef(made));
  return made;
}

export function imageOf(stored: StoredImage): Image {
  const { digest, image_id: id, created, parent, size, config, about, layers: own } = stored;
  return remember(images, digest, () => {
    const image: Image = { ...about, id, created, parent, size, config, layers: own };
    imageDigests.set(image, digest);
    return image;
  });
}

export function layerOf({ digest, diff_id: diffId, size, files }: StoredLayer): Layer {
  return remember(layers, digest, () => {
    const layer: Layer = { diffId, size, files };
    layerDigests.set(layer, digest);
    return layer;
  });
}

const known = new WeakMap<Catalogue, ReadonlyMap<string, Image>>();

/** The catalogue's images by digest: they need not be read. */
export function catalogueImages(catalogue: Catalogue): ReadonlyMap<string, Image> {
  const made = known.get(catalogue);
  if (made) return made;
  const own = new Map(Object.values(catalogue.images).map((image) => [imageDigest(image), image]));
  known.set(catalogue, own);
  return own;
}
