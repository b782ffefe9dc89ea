import type {
  Catalogue,
  CatalogueData,
  HistoryEntry,
  Image,
  ImageData,
  Layer,
  Manifest,
} from './catalogue';
import { buildHost } from './build-host';
import { makeImage, makeLayer } from './image/make';
import { manifestOf } from './image/manifest';

/** Computes the content addresses of a catalogue: layers, images and manifests. Throws on an image of a registry that is not listed. */
export function buildCatalogue(data: CatalogueData): Catalogue {
  const registries = Object.fromEntries(
    data.registries.map((registry) => [registry.host, registry]),
  );
  const contents: Record<string, Record<string, Record<string, Manifest>>> = {};
  const layers: Record<string, Layer> = {};
  const images: Record<string, Image> = {};
  for (const entry of data.images) {
    if (!registries[entry.registry])
      throw new Error(`${entry.repository}: no registry ${entry.registry} in the catalogue`);
    const own = entry.layers.map((layer) => makeLayer(layer.files, layer.size, layer.content));
    for (const layer of own) layers[layer.diffId] = layer;
    const image = imageOf(entry, own);
    images[image.id] = image;
    const repositories = (contents[entry.registry] ??= {});
    const tags = (repositories[entry.repository] ??= {});
    const manifest = manifestOf(image, (diffId) => layers[diffId]);
    for (const tag of entry.tags) tags[tag] = manifest;
  }
  const repositories = Object.fromEntries(
    (data.repositories ?? []).map((told) => [`${told.registry}/${told.repository}`, told]),
  );
  return { host: buildHost(data.host), registries, contents, layers, images, repositories };
}

function imageOf(data: ImageData, layers: readonly Layer[]): Image {
  const comment = data.comment ?? 'buildkit.dockerfile.v0';
  return makeImage({
    created: data.created,
    author: data.author ?? '',
    comment,
    dockerVersion: '',
    config: data.config,
    container: '',
    layers: layers.map((layer) => layer.diffId),
    history: data.history.map((step): HistoryEntry => ({
      created: step.created ?? data.created,
      createdBy: step.createdBy,
      comment: step.comment ?? comment,
      emptyLayer: step.layer === undefined,
    })),
    size: layers.reduce((sum, layer) => sum + layer.size, 0),
    parent: '',
  });
}
