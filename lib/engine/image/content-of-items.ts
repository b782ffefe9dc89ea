import type { HistoryEntry, Image, Layer } from '../catalogue';
import { readImageConfig } from '../api/read-config';
import { membersOf, textOf, textsOf } from '../api/read-json';
import { canonicalJson, digestOf } from '../digest';
import type { LayerFiles } from '../filesystem';
import { tarSize, type ArchivedImage, type TarContent } from './archive';
import { makeImage, makeLayer, type ImageParts } from './make';
import { ARCHITECTURE } from './platform';
import { filesOfItems, type TarItem } from './tar-items';

/** The layers that are here already. */
export type KnownLayers = (diffId: string) => Layer | undefined;

/**
 * What a tar holds that a client sends: images where it has the manifest that `docker save` writes, else a tree of files. `length` is that of the tar in
 * bytes: what fills it up behind its entries counts as content, as an image of the catalogue weighs more than the files it lists.
 */
export function contentOfItems(
  items: readonly TarItem[],
  length: number,
  layerOf: KnownLayers,
): TarContent {
  const texts = new Map<string, TarItem>(items.map((item) => [item.name, item]));
  const manifests = jsonOf(texts.get('manifest.json'));
  if (!Array.isArray(manifests)) {
    const bare = tarSize(items.map(({ name }) => ({ name, size: 0 })));
    const weight = items.reduce((sum, { content }) => sum + sizeOf(content), 0);
    const filled = length - bare - items.reduce((sum, { content }) => sum + padded(content), 0);
    return { kind: 'files', files: filesOfItems(items), weight: weight + Math.max(0, filled) };
  }
  const layers: Record<string, Layer> = {};
  const images = manifests.map((manifest) => imageOf(membersOf(manifest), texts, layers, layerOf));
  return {
    kind: 'images',
    images: images.filter((image) => image !== null),
    layers,
    entries: items.map(({ name, content }) => ({ name, size: sizeOf(content) })),
  };
}

function sizeOf(content: TarItem['content']): number {
  switch (content.kind) {
    case 'text':
      return new TextEncoder().encode(content.text).length;
    case 'zeros':
    case 'program':
    case 'tar':
      return content.size;
    default:
      return 0;
  }
}

const padded = (content: TarItem['content']): number => Math.ceil(sizeOf(content) / 512) * 512;

function jsonOf(item: TarItem | undefined): unknown {
  return item?.content.kind === 'text' ? parsed(item.content.text) : null;
}

/** JSON; null where it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (failure) {
    if (failure instanceof SyntaxError) return null;
    throw failure;
  }
}

/** One image of the manifest; null when its configuration is not there. Its layers that the tar brings are put into `layers`. */
function imageOf(
  manifest: Readonly<Record<string, unknown>>,
  items: ReadonlyMap<string, TarItem>,
  layers: Record<string, Layer>,
  layerOf: KnownLayers,
): ArchivedImage | null {
  const document = items.get(textOf(manifest['Config']));
  if (document?.content.kind !== 'text') return null;
  const json = membersOf(jsonOf(document));
  const claimed = textsOf(membersOf(json['rootfs'])['diff_ids']);
  const paths = textsOf(manifest['Layers']);
  let size = 0;
  const own = claimed.map((diffId, index) => {
    const known = layerOf(diffId);
    const brought = known ? null : readLayer(diffId, items.get(paths[index] ?? ''));
    if (brought) layers[brought.diffId] = brought;
    size += known?.size ?? brought?.size ?? 0;
    return brought?.diffId ?? diffId;
  });
  const parts: ImageParts = {
    created: textOf(json['created'], '1970-01-01T00:00:00Z'),
    author: textOf(json['author']),
    comment: textOf(json['comment']),
    dockerVersion: textOf(json['docker_version']),
    config: readImageConfig(json['config']),
    ...platformOf(json),
    container: textOf(json['container']),
    ...(json['container_config']
      ? { containerConfig: readImageConfig(json['container_config']) }
      : {}),
    layers: own,
    history: (Array.isArray(json['history']) ? json['history'] : []).map(historyOf),
    size,
    parent: '',
  };
  const id = digestOf(document.content.text);
  const same = own.every((diffId, index) => diffId === claimed[index]);
  const image: Image = same
    ? { ...parts, architecture: parts.architecture ?? ARCHITECTURE, id }
    : makeImage(parts);
  return { image, names: textsOf(manifest['RepoTags']) };
}

function platformOf(
  json: Readonly<Record<string, unknown>>,
): Pick<ImageParts, 'architecture' | 'variant'> {
  const variant = textOf(json['variant']);
  return {
    architecture: textOf(json['architecture'], ARCHITECTURE),
    ...(variant === '' ? {} : { variant }),
  };
}

function historyOf(value: unknown): HistoryEntry {
  const json = membersOf(value);
  return {
    created: textOf(json['created'], '1970-01-01T00:00:00Z'),
    createdBy: textOf(json['created_by']),
    comment: textOf(json['comment']),
    emptyLayer: json['empty_layer'] === true,
  };
}

/**
 * A layer out of its own tar. One of this engine says in its note what exactly it holds, and is believed when that has the address it claims; any other gets
 * the address of what its tar lists, so that nobody can put content under the address of somebody else's layer.
 */
function readLayer(diffId: string, item: TarItem | undefined): Layer | null {
  const content = item?.content;
  if (content?.kind !== 'tar') return null;
  const note = membersOf(parsed(content.note));
  const files = membersOf(note['files']) as LayerFiles;
  if (digestOf(canonicalJson({ files, size: note['size'], content: '' })) === diffId)
    return { diffId, size: Number(note['size']), files };
  const listed = filesOfItems(content.items);
  return makeLayer(
    listed,
    content.items.reduce((sum, each) => sum + sizeOf(each.content), 0),
  );
}
