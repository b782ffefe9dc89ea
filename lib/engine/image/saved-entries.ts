import type { Layer } from '../catalogue';
import { digestOf } from '../digest';
import { blocks, tarSize, type ArchivedImage, type TarContent, type TarEntry } from './archive';
import { configDocument } from './make';

const LAYOUT = '{"imageLayoutVersion": "1.0.0"}';
const blob = (digest: string): string => `blobs/sha256/${digest.slice('sha256:'.length)}`;

/** How much longer the document is that the oldest clients read than what is known of it. */
const LEGACY = 400;

/** What a layer's own tar weighs. */
function sizeOf(layer: Layer | undefined): number {
  if (!layer) return 0;
  const { size, files } = layer;
  return tarSize(Object.keys(files).map((name) => ({ name, size: 0 }))) + blocks(size);
}

/** The entries of the tar that `docker save` writes, in its order: an OCI image layout with Docker's own manifest (moby image/tarexport/save.go). */
export function savedEntries(
  images: readonly ArchivedImage[],
  layerOf: (diffId: string) => Layer | undefined,
): readonly TarEntry[] {
  const sizes = (diffId: string): number => sizeOf(layerOf(diffId));
  return savedParts(images, sizes).map(({ name, size }) => ({ name, size }));
}

/** The texts of such a tar by the names of their entries: all but the layers. */
export function savedDocuments({ images, entries }: ImagesTar): ReadonlyMap<string, string> {
  const sizes = new Map(entries.map(({ name, size }) => [name, size]));
  const documents = new Map<string, string>();
  for (const { name, text } of savedParts(images, (diffId) => sizes.get(blob(diffId)) ?? 0))
    if (text !== null) documents.set(name, text);
  return documents;
}

type ImagesTar = Extract<TarContent, { readonly kind: 'images' }>;

/** An entry, and its text unless it is a folder or a layer. */
interface SavedPart extends TarEntry {
  readonly text: string | null;
}

function savedParts(
  images: readonly ArchivedImage[],
  sizeOfLayer: (diffId: string) => number,
): readonly SavedPart[] {
  const blobs = new Map<string, Omit<SavedPart, 'name'>>();
  const note = (name: string, text: string): unknown =>
    blobs.set(name, { size: text.length, text });
  const manifests: unknown[] = [];
  const index: unknown[] = [];
  const repositories = new Map<string, Record<string, string>>();
  for (const { image, names } of images) {
    const layers = image.layers.map((diffId) => ({
      mediaType: 'application/vnd.oci.image.layer.v1.tar',
      digest: diffId,
      size: sizeOfLayer(diffId),
    }));
    for (const { digest, size } of layers) {
      blobs.set(blob(digest), { size, text: null });
      const legacy = JSON.stringify({ id: digestOf(`${image.id} ${digest}`), os: 'linux' });
      note(blob(digestOf(legacy)), legacy + ' '.repeat(LEGACY));
    }
    const config = configDocument(image);
    note(blob(image.id), config);
    const manifest = JSON.stringify({
      schemaVersion: 2,
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      config: {
        mediaType: 'application/vnd.oci.image.config.v1+json',
        digest: image.id,
        size: config.length,
      },
      layers,
    });
    note(blob(digestOf(manifest)), manifest);
    const described = {
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      digest: digestOf(manifest),
      size: manifest.length,
    };
    if (names.length === 0) index.push(described);
    for (const name of names) {
      const colon = name.lastIndexOf(':');
      repositories.set(name.slice(0, colon), {
        ...repositories.get(name.slice(0, colon)),
        [name.slice(colon + 1)]: (image.layers.at(-1) ?? '').slice('sha256:'.length),
      });
      index.push({ ...described, annotations: { name, tag: name.slice(colon + 1) } });
    }
    manifests.push({
      Config: blob(image.id),
      RepoTags: names.length === 0 ? null : names,
      Layers: image.layers.map(blob),
      LayerSources: Object.fromEntries(layers.map((layer) => [layer.digest, layer])),
    });
  }
  const documents = [
    ['index.json', JSON.stringify({ schemaVersion: 2, manifests: index })],
    ['manifest.json', `${JSON.stringify(manifests)}\n`],
    ['oci-layout', LAYOUT],
    ...(repositories.size > 0
      ? [['repositories', `${JSON.stringify(Object.fromEntries(repositories))}\n`] as const]
      : []),
  ] as const;
  return [
    { name: 'blobs/', size: 0, text: null },
    { name: 'blobs/sha256/', size: 0, text: null },
    ...[...blobs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, part]) => ({ name, ...part })),
    ...documents.map(([name, text]) => ({ name, size: text.length, text })),
  ];
}
