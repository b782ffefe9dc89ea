import type { Image, Layer, Manifest } from '../catalogue';
import { digestOf } from '../digest';
import { sizeOfEntry } from '../files/attributes';
import { configDocument } from './make';

/** What a layer's tar weighs when it is compressed, in bytes: an estimate, for layers are never really packed. */
export function compressedSize({ size, files }: Layer): number {
  let packed = 60;
  let listed = 0;
  for (const [path, change] of Object.entries(files)) {
    const bytes = sizeOfEntry(change);
    listed += bytes;
    packed += 12 + Math.ceil(path.length / 2);
    packed += Math.ceil(bytes * (change.kind === 'zeros' ? 0.002 : 0.55));
  }
  return packed + Math.ceil(Math.max(0, size - listed) * 0.55);
}

/** The digest of a layer as it travels: compressed. */
export function compressedDigest(diffId: string): string {
  return digestOf(`gzip ${diffId}`);
}

/**
 * The manifest document of an image (image manifest version 2, schema 2), as docker writes it when it pushes. A layer whose files are not known (`layerOf`
 * gives none) is held to be empty.
 */
export function manifestDocument(
  image: Image,
  layerOf: (diffId: string) => Layer | undefined,
): string {
  return JSON.stringify(
    {
      schemaVersion: 2,
      mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
      config: {
        mediaType: 'application/vnd.docker.container.image.v1+json',
        size: configDocument(image).length,
        digest: image.id,
      },
      layers: image.layers.map((diffId) => ({
        mediaType: 'application/vnd.docker.image.rootfs.diff.tar.gzip',
        size: compressedSize(layerOf(diffId) ?? { diffId, size: 0, files: {} }),
        digest: compressedDigest(diffId),
      })),
    },
    null,
    3,
  );
}

/** What a registry keeps of an image. */
export function manifestOf(image: Image, layerOf: (diffId: string) => Layer | undefined): Manifest {
  const document = manifestDocument(image, layerOf);
  return { digest: digestOf(document), image, size: document.length };
}
