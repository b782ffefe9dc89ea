import { ARCHITECTURE, SYSTEM } from './platform';
import type { HistoryEntry, Image, Layer } from '../catalogue';
import type { ImageConfig } from '../docker-json';
import { canonicalJson, digestOf } from '../digest';
import type { LayerFiles } from '../filesystem';

/** A layer with its content address. Two layers with the same files and weight are the same layer. */
export function makeLayer(files: LayerFiles, size: number, content = ''): Layer {
  return { diffId: digestOf(canonicalJson({ files, size, content })), size, files };
}

/** An image's parts; its id is the digest of its configuration document, as Docker's is. */
export interface ImageParts {
  readonly created: string;
  readonly author: string;
  readonly comment: string;
  readonly dockerVersion: string;
  readonly config: ImageConfig;
  /** Absent: what the machine is. */
  readonly architecture?: string;
  readonly variant?: string;
  readonly container: string;
  readonly containerConfig?: ImageConfig;
  readonly layers: readonly string[];
  readonly history: readonly HistoryEntry[];
  readonly size: number;
  readonly parent: string;
}

/** The configuration document of an image, whose digest is the image's id and which a registry keeps beside the layers. */
export function configDocument(parts: ImageParts): string {
  const {
    author,
    comment,
    config,
    containerConfig,
    created,
    container,
    dockerVersion,
    history,
    layers,
    architecture = ARCHITECTURE,
    variant,
  } = parts;
  return canonicalJson({
    architecture,
    author,
    comment,
    config,
    container,
    container_config: containerConfig,
    created,
    docker_version: dockerVersion,
    history: history.map((entry) => ({
      created: entry.created,
      created_by: entry.createdBy,
      ...(entry.comment ? { comment: entry.comment } : {}),
      ...(entry.emptyLayer ? { empty_layer: true } : {}),
    })),
    os: SYSTEM,
    rootfs: { type: 'layers', diff_ids: layers },
    variant,
  });
}

/** Is the short form of an id a number, which nobody takes for an id? */
function looksLikeNumber(id: string): boolean {
  return /^sha256:\d{12}/.test(id);
}

/**
 * An image with its id. The engine's clock has no nanoseconds, so those of the moment of making are free: they are chosen so that the
 * short id holds a letter, as `makeId` does for containers.
 */
export function makeImage(parts: ImageParts): Image {
  let image = withId(parts);
  for (let nanosecond = 1; nanosecond < 10 && looksLikeNumber(image.id); nanosecond++) {
    const created = parts.created.replace(/(?<=\.\d{3})Z$/, `00000${nanosecond}Z`);
    image = withId({ ...parts, created });
  }
  return image;
}

function withId(parts: ImageParts): Image {
  return { id: digestOf(configDocument(parts)), architecture: ARCHITECTURE, ...parts };
}
