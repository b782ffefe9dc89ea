import { dockerRelease } from '../docker-release';
import type { Image } from '../catalogue';
import { refuse } from '../errors';
import { formatTime } from '../time';
import type { Turn } from '../turn';
import { emitImage } from './emit-image';
import { parseNormalizedNamed, tagNameOnly } from '../reference';
import { readTar, tarError, type TarContent } from './archive';
import { filesOfTar } from './tar-files';
import { applyChanges } from './changes';
import { familiarKey, storeKey } from './find';
import { makeImage, makeLayer } from './make';
import { nameImage } from './name';
import { SYSTEM } from './platform';

export interface ImportOrder {
  /** The text that stands for the tar. */
  readonly tar: string;
  /** `''`: the image gets no name. */
  readonly name: string;
  readonly message: string;
  /** `linux/arm/v7`, read; null for the machine's own. */
  readonly platform: string | null;
  /** Dockerfile lines. */
  readonly changes: readonly string[];
}

/** Makes an image of one layer from a tree of files (moby daemon/images/image_import.go). Returns it. */
export function importImage(turn: Turn, order: ImportOrder): Image {
  const key = order.name === '' ? null : keyOf(order.name);
  const config = applyChanges({}, order.changes);
  const content = readTar(order.tar);
  if (content === null && order.tar !== '') refuse('internal', tarError(order.tar));
  const layer = content ? makeLayer(filesOfTar(content), weightOf(content)) : makeLayer({}, 0);
  const created = formatTime(turn.state.now);
  const image = makeImage({
    created,
    author: '',
    comment: order.message,
    dockerVersion: dockerRelease.version,
    config,
    ...platformOf(order.platform),
    container: '',
    layers: [layer.diffId],
    history: [{ created, createdBy: '', comment: order.message, emptyLayer: false }],
    size: layer.size,
    parent: '',
  });
  turn.state = {
    ...turn.state,
    layers: turn.state.layers.set(layer.diffId, layer),
    images: turn.state.images.set(image.id, image),
  };
  if (key !== null) {
    nameImage(turn, key, image.id);
    emitImage(turn, 'tag', image.id, familiarKey(key));
  }
  emitImage(turn, 'import', image.id, image.id);
  return image;
}

function platformOf(platform: string | null): { architecture?: string; variant?: string } {
  if (platform === null) return {};
  const [system, architecture = '', variant] = platform.split('/');
  if (system !== SYSTEM) refuse('internal', 'operating system is not supported');
  return { architecture, ...(variant === undefined ? {} : { variant }) };
}

function keyOf(name: string): string {
  const named = parseNormalizedNamed(name);
  if (!named.ok) return refuse('invalid-parameter', named.error);
  if (named.value.digest !== null)
    return refuse('invalid-parameter', 'cannot import digest reference');
  return storeKey(tagNameOnly(named.value));
}

/** The bytes of all files of a tar. */
function weightOf(content: TarContent): number {
  return content.kind === 'files'
    ? content.weight
    : content.entries.reduce((sum, { size }) => sum + size, 0);
}
