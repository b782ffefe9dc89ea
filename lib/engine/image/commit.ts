import { dockerRelease } from '../docker-release';
import type { Image } from '../catalogue';
import { sizeOfLayer } from '../container/changes';
import { getContainer } from '../container/find';
import { filesOfImage, writableLayer } from '../container/root-files';
import { sizeOfEntry } from '../files/attributes';
import type { ImageConfig } from '../docker-json';
import { refuse } from '../errors';
import type { FileEntry, LayerFiles } from '../filesystem';
import { formatTime } from '../time';
import type { Container } from '../state';
import { change, emitContainer, putContainer, type Turn } from '../turn';
import { applyChanges } from './changes';
import { emitImage } from './emit-image';
import { familiarKey, storeKey } from './find';
import { makeImage, makeLayer } from './make';
import { nameImage } from './name';
import { parseNormalizedNamed, withTag, type Reference } from '../reference';
import { signalProcess } from '../container/signal';

export interface CommitOrder {
  readonly container: string;
  /** `''`: the image gets no name. */
  readonly repository: string;
  readonly tag: string;
  readonly author: string;
  readonly comment: string;
  readonly pause: boolean;
  /** Dockerfile lines. */
  readonly changes: readonly string[];
}

/** Makes an image from a container's changes; volumes are left out. Returns it. */
export function commitContainer(turn: Turn, order: CommitOrder): Image {
  const container = getContainer(turn.state, order.container);
  const { rules } = turn.world;
  const name = order.repository === '' ? null : nameOf(turn, order);
  const config = withCommand(applyChanges(bareConfig(container), order.changes), container);
  const pauses = order.pause && container.state.kind === 'running';
  if (pauses) emitContainer(turn, 'pause', container);
  const image = imageOf(turn, container, order, config);
  if (pauses) emitContainer(turn, 'unpause', container);
  change(turn).images = turn.state.images.set(image.id, image);
  emitImage(turn, 'create', image.id, image.id);
  if (name !== null) {
    nameImage(turn, name, image.id);
    emitImage(turn, 'tag', image.id, familiarKey(name));
  }
  emitContainer(turn, 'commit', container, {
    comment: order.comment,
    imageID: image.id,
    imageRef: name === null ? '' : familiarKey(name),
  });
  if (!rules.commitLeavesContainerRunning()) endByCommit(turn, container.id);
  if (!rules.commitLeavesBaseUnchanged()) replaceBase(turn, container.image, image.id);
  return image;
}

function nameOf(turn: Turn, order: CommitOrder): string {
  const named = parseNormalizedNamed(order.repository);
  if (!named.ok) return refuse('invalid-parameter', named.error);
  if (order.tag === '') return storeKey(tagged(named.value, turn.world.rules.tagWhenNoneGiven()));
  const full = withTag(named.value, order.tag);
  return full.ok ? storeKey(full.value) : refuse('invalid-parameter', full.error);
}

function tagged(reference: Reference, tag: string | null): Reference {
  return { ...reference, tag };
}

/** A container's configuration without what belongs to one container alone. */
function bareConfig(container: Container): ImageConfig {
  const { config } = container;
  return {
    ...(config.User ? { User: config.User } : {}),
    ...(config.ExposedPorts && Object.keys(config.ExposedPorts).length > 0
      ? { ExposedPorts: config.ExposedPorts }
      : {}),
    Env: config.Env ?? [],
    Cmd: config.Cmd ?? null,
    Entrypoint: config.Entrypoint ?? null,
    ...(config.Healthcheck ? { Healthcheck: config.Healthcheck } : {}),
    ...(config.Volumes && Object.keys(config.Volumes).length > 0
      ? { Volumes: config.Volumes }
      : {}),
    WorkingDir: config.WorkingDir ?? '',
    OnBuild: config.OnBuild ?? [],
    Labels: config.Labels ?? {},
    ...(config.StopSignal ? { StopSignal: config.StopSignal } : {}),
  };
}

/** Where nothing is left to run, the container's own command stays (moby daemon/commit.go merge). */
function withCommand(config: ImageConfig, container: Container): ImageConfig {
  if (config.Entrypoint?.length || config.Cmd?.length) return config;
  return { ...config, Cmd: container.config.Cmd ?? null };
}

function imageOf(turn: Turn, container: Container, order: CommitOrder, config: ImageConfig): Image {
  const base = turn.state.images.get(container.image);
  if (!base && turn.state.held.get(container.image)) refuseUnstored(container.image);
  const created = formatTime(turn.state.now);
  const files: LayerFiles = { ...writableLayer(turn, container), ...volumeFiles(turn, container) };
  const layer = makeLayer(files, sizeOfLayer(files));
  const hasLayer = Object.keys(files).length > 0;
  if (hasLayer) change(turn).layers = turn.state.layers.set(layer.diffId, layer);
  const freed = base ? freedBytes(turn, base, files) : 0;
  return makeImage({
    created,
    author: order.author,
    comment: order.comment,
    dockerVersion: dockerRelease.version,
    config,
    container: container.id,
    containerConfig: container.config,
    layers: [...(base?.layers ?? []), ...(hasLayer ? [layer.diffId] : [])],
    history: [
      ...(base?.history ?? []),
      {
        created,
        createdBy: (container.config.Cmd ?? []).join(' '),
        comment: order.comment,
        emptyLayer: !hasLayer,
      },
    ],
    size: (base?.size ?? 0) + layer.size - freed,
    parent: container.image,
  });
}

/** The image was removed by force: its layers are there, but nothing can be put on it (moby image/store.go Get). */
function refuseUnstored(id: string): never {
  return refuse(
    'not-found',
    `failed to get digest ${id}: open /var/lib/docker/image/vfs/imagedb/content/sha256/${id.slice('sha256:'.length)}: no such file or directory`,
  );
}

/** The files of the container's volumes, where the rules put them into the image. */
function volumeFiles(turn: Turn, container: Container): LayerFiles {
  const files: Record<string, FileEntry> = {};
  const volumes = container.mounts.filter((mount) => mount.kind === 'volume');
  if (volumes.length === 0 || turn.world.rules.commitLeavesVolumesOut()) return files;
  for (const mount of volumes) {
    for (const [path, change] of Object.entries(turn.state.volumes.get(mount.name)?.files ?? {}))
      if (change.kind !== 'whiteout') files[mount.path + path] = change;
  }
  return files;
}

/** By how many bytes the rules let a layer over an image make it smaller: those of the files that it deletes. */
export function freedBytes(turn: Turn, base: Image, files: LayerFiles): number {
  const deletes = Object.values(files).some(({ kind }) => kind === 'whiteout');
  if (!deletes || !turn.world.rules.deletingShrinksImage()) return 0;
  const below = filesOfImage(turn.state, turn.world, base).entries;
  let bytes = 0;
  for (const [path, change] of Object.entries(files)) {
    const entry = below.get(path);
    if (change.kind === 'whiteout' && entry) bytes += sizeOfEntry(entry);
  }
  return bytes;
}

function endByCommit(turn: Turn, id: string): void {
  const container = turn.state.containers.get(id);
  if (container?.state.kind !== 'running') return;
  putContainer(turn, { ...container, stoppedByHand: true });
  signalProcess(turn, id, 1, 'KILL');
}

/** Gives the base image's names to the new one. */
function replaceBase(turn: Turn, base: string, image: string): void {
  let { references } = turn.state;
  for (const [name, id] of references) if (id === base) references = references.set(name, image);
  change(turn).references = references;
}
