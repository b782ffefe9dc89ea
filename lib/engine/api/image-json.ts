import type { Image } from '../catalogue';
import type { ImageConfig } from '../docker-json';
import { familiarKey, keyReference, namesOf } from '../image/find';
import { layerOf } from '../container/root-files';
import { formatTimeOrNever, NEVER } from '../time';
import type { Turn } from '../turn';

type Json = Readonly<Record<string, unknown>>;

function repoTags(turn: Turn, image: Image): readonly string[] {
  return namesOf(turn, image.id)
    .filter((key) => keyReference(key).tag !== null)
    .map(familiarKey);
}

function repoDigests(turn: Turn, image: Image): readonly string[] {
  return namesOf(turn, image.id)
    .filter((key) => keyReference(key).digest !== null)
    .map(familiarKey);
}

/** A configuration in Docker's order, empty members left out as Docker does for an image. */
function configJson(config: ImageConfig, committed: boolean): Json {
  const has = (value: object | undefined | null): boolean => Object.keys(value ?? {}).length > 0;
  return {
    ...(committed ? { User: config.User ?? '' } : config.User ? { User: config.User } : {}),
    ...(has(config.ExposedPorts) ? { ExposedPorts: config.ExposedPorts } : {}),
    ...(config.Env ? { Env: config.Env } : {}),
    ...(config.Entrypoint ? { Entrypoint: config.Entrypoint } : {}),
    ...(config.Cmd ? { Cmd: config.Cmd } : {}),
    ...(has(config.Volumes) ? { Volumes: config.Volumes } : {}),
    ...(config.WorkingDir ? { WorkingDir: config.WorkingDir } : {}),
    ...(has(config.Labels) ? { Labels: config.Labels } : {}),
    ...(config.StopSignal ? { StopSignal: config.StopSignal } : {}),
    ...(config.Healthcheck ? { Healthcheck: config.Healthcheck } : {}),
    ...(has(config.OnBuild) ? { OnBuild: config.OnBuild } : {}),
    ...(config.Shell ? { Shell: config.Shell } : {}),
  };
}

/** `GET /images/{name}/json` (moby daemon/containerd-free image inspect). */
export function imageJson(turn: Turn, image: Image): Json {
  const tagged = turn.state.tagged.get(image.id);
  return {
    Id: image.id,
    RepoTags: repoTags(turn, image),
    RepoDigests: repoDigests(turn, image),
    Parent: image.parent,
    Comment: image.comment,
    Created: image.created,
    DockerVersion: image.dockerVersion,
    Author: image.author,
    Config: configJson(image.config, false),
    Architecture: image.architecture,
    ...(image.variant === undefined ? {} : { Variant: image.variant }),
    Os: 'linux',
    Size: sizeOf(turn, image),
    GraphDriver: { Data: null, Name: 'vfs' },
    RootFS: { Type: 'layers', ...(image.layers.length > 0 ? { Layers: image.layers } : {}) },
    Metadata: { LastTagTime: tagged === undefined ? NEVER : formatTimeOrNever(tagged) },
  };
}

/** An image's size; where the rules let writes change an image, what was written counts. */
export function sizeOf(turn: Turn, image: Image): number {
  if (turn.state.writable.size === 0 || !turn.world.rules.writesChangeImage()) return image.size;
  const key = turn.world.rules.writableLayerKey({
    containerId: '',
    containerName: '',
    imageId: image.id,
  });
  let written = 0;
  for (const change of Object.values(turn.state.writable.get(key) ?? {}))
    written +=
      change.kind === 'text'
        ? change.text.length
        : change.kind === 'zeros' || change.kind === 'program'
          ? change.size
          : 0;
  return image.size + written;
}

/** One image of `GET /images/json`. */
export function imageSummaryJson(turn: Turn, image: Image): Json {
  return {
    Containers: -1,
    Created: Math.floor(Date.parse(image.created) / 1000),
    Id: image.id,
    Labels:
      image.config.Labels && Object.keys(image.config.Labels).length > 0
        ? image.config.Labels
        : image.parent === ''
          ? null
          : {},
    ParentId: image.parent,
    RepoDigests: repoDigests(turn, image),
    RepoTags: repoTags(turn, image),
    SharedSize: -1,
    Size: sizeOf(turn, image),
  };
}

/** `GET /images/{name}/history`, newest first. Steps of a pulled image have no id of their own. */
export function historyJson(turn: Turn, image: Image): readonly Json[] {
  const ids = ancestorIds(turn, image);
  let layer = image.layers.length;
  return [...image.history].reverse().map((entry, index, all) => {
    const position = all.length - 1 - index;
    const diffId = entry.emptyLayer ? undefined : image.layers[--layer];
    const known = ids.get(position);
    return {
      Comment: entry.comment,
      Created: Math.floor(Date.parse(entry.created) / 1000),
      CreatedBy: entry.createdBy,
      Id: known?.id ?? '<missing>',
      Size: diffId === undefined ? 0 : layerOf(turn.state, turn.world, diffId).size,
      Tags: known && repoTags(turn, known).length > 0 ? repoTags(turn, known) : null,
    };
  });
}

/** Which step of the history is the last of which local image: the image itself and its parents. */
function ancestorIds(turn: Turn, image: Image): ReadonlyMap<number, Image> {
  const ids = new Map<number, Image>();
  for (
    let current: Image | undefined = image;
    current;
    current = turn.state.images.get(current.parent)
  )
    ids.set(current.history.length - 1, current);
  return ids;
}
