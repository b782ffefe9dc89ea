import type { Image } from '../catalogue';
import type { ContainerConfig, HostConfig } from '../docker-json';
import { EngineError, refuse } from '../errors';
import { modeOf } from '../files/attributes';
import { filesUnder } from '../files/merge';
import { resolvePath } from '../files/path';
import { entryAt, noFiles, withEntry } from '../files/tree';
import type { FileEntry, LayerFiles } from '../filesystem';
import { hostTree } from '../shell/host-tree';
import type { Container, Mount } from '../state';
import { change, makeId, type Turn } from '../turn';
import { createVolume } from '../volume/volumes';
import { findContainer } from './find';
import { getImage } from '../image/find';
import { imageMountOf, imageSource, STORE } from './image-mount';
import { readBind, readMount, tmpfsPath, type MountRequest } from './mount-request';
import { baseFiles } from './root-files';

const none: readonly Mount[] = [];

/**
 * The mounts of a container that is made: those of other containers, `-v`, `--mount`, tmpfs, then the image's and the anonymous volumes. Missing volumes are
 * made (moby daemon/volumes.go registerMountPoints).
 */
export function makeMounts(
  turn: Turn,
  image: Image,
  config: ContainerConfig,
  host: HostConfig,
): readonly Mount[] {
  if (asksForNothing(config, host)) return none;
  const specs = Array.isArray(host['Mounts']) ? host['Mounts'].map(readMount) : [];
  for (const spec of specs)
    if (spec.kind === 'bind' && spec.mustExist && entryAt(hostTree(turn), spec.source) === null)
      refuse(
        'invalid-parameter',
        `invalid mount config for type "bind": bind source path does not exist: ${spec.source}`,
      );
  const driver = typeof host['VolumeDriver'] === 'string' ? host['VolumeDriver'] : '';
  const requests = [...(host.Binds ?? []).map((bind) => readBind(bind, driver)), ...specs];
  const mounts = new Map<string, Mount>();
  for (const mount of mountsFrom(turn, host)) mounts.set(mount.path, mount);
  const asked = new Set<string>();
  for (const request of requests) {
    if (asked.has(request.path) || host.Tmpfs?.[request.path] !== undefined)
      refuse('invalid-parameter', `Duplicate mount point: ${request.path}`);
    asked.add(request.path);
    mounts.set(request.path, made(turn, image, request));
  }
  for (const [target, options] of Object.entries(host.Tmpfs ?? {})) {
    const path = tmpfsPath(target);
    mounts.set(path, { kind: 'tmpfs', path, options, listed: false });
  }
  for (const word of Object.keys(config.Volumes ?? {}).sort()) {
    const path = resolvePath('/', word);
    const below = baseFiles(turn.state, turn.world, image).entries.get(path);
    if (mounts.has(path)) continue;
    if (below && below.kind !== 'directory')
      refuse('internal', `cannot mount volume over existing file, file exists ${path}`);
    mounts.set(path, made(turn, image, anonymous(path, driver)));
  }
  return [...mounts.values()];
}

function asksForNothing({ Volumes: volumes }: ContainerConfig, host: HostConfig): boolean {
  if (host.Binds?.length || host['Mounts'] || host['VolumesFrom']) return false;
  for (const _ in volumes) return false;
  for (const _ in host.Tmpfs) return false;
  return true;
}

function anonymous(path: string, driver: string): MountRequest {
  return {
    kind: 'volume',
    source: '',
    path,
    readonly: false,
    copies: true,
    labels: {},
    driver,
    driverOptions: {},
    mustExist: false,
    options: '',
  };
}

/** `--volumes-from CONTAINER[:MODE]`. */
function mountsFrom(turn: Turn, host: HostConfig): readonly Mount[] {
  const words = Array.isArray(host['VolumesFrom'])
    ? (host['VolumesFrom'] as readonly string[])
    : [];
  return words.flatMap((word) => {
    const [name = '', mode = ''] = word.split(':');
    if (mode !== '' && !/^(?:ro|rw|z|Z)(?:,(?:ro|rw|z|Z))*$/.test(mode))
      refuse('invalid-parameter', `invalid mode: ${mode}`);
    const { mounts } =
      findContainer(turn.state, name) ?? refuse('invalid-parameter', `No such container: ${name}`);
    return mounts.flatMap((mount): Mount[] => {
      if (mount.kind === 'tmpfs') return [];
      return [{ ...mount, readonly: mount.readonly || mode.split(',').includes('ro') }];
    });
  });
}

function made(turn: Turn, image: Image, request: MountRequest): Mount {
  const { kind, source, path, readonly } = request;
  switch (kind) {
    case 'bind':
      return { kind, source, path, readonly };
    case 'tmpfs':
      return { kind, path, options: request.options, listed: true };
    case 'image': {
      const at = imageSource(getImage(turn, source).id, request.subpath ?? '');
      return { kind: 'bind', source: at, path, readonly: true };
    }
    case 'volume': {
      const isAnonymous = source === '';
      const name = isAnonymous ? makeId(turn, 'volume') : source;
      const { anonymous: marked } = createVolume(
        turn,
        name,
        request.driver,
        request.labels,
        isAnonymous,
        request.driverOptions,
      );
      if (request.copies) fill(turn, image, name, path);
      return { kind, name, path, readonly, anonymous: marked && isAnonymous };
    }
  }
}

/** An empty volume is filled with what the image has at the path, and gets that folder's owner and mode (moby container.CopyImagePathContent). */
function fill(turn: Turn, image: Image, name: string, path: string): void {
  const volume = turn.state.volumes.get(name);
  if (!volume || Object.keys(volume.files).some((each) => each !== '/')) return;
  const base = baseFiles(turn.state, turn.world, image);
  const own = base.entries.get(path);
  if (own && own.kind !== 'directory' && own.kind !== 'link')
    throw new EngineError(
      'internal',
      `source ${STORE}/${makeId(turn, 'layer')}${path} is not directory`,
      true,
    );
  const below = filesUnder(base, path);
  const root = own?.kind === 'directory' ? rootOf(own, path) : noFiles;
  if (own === undefined && Object.keys(below).length === 0) return;
  const files = root === noFiles ? below : { ...root, ...below };
  change(turn).volumes = turn.state.volumes.set(name, { ...volume, files });
}

/** The root of a file system that is like this folder; nothing where it is as every new one. */
function rootOf(folder: FileEntry, path: string): LayerFiles {
  const { uid = 0, gid = 0 } = folder;
  const mode = modeOf(folder, path);
  return uid === 0 && gid === 0 && mode === 0o755
    ? noFiles
    : { '/': { kind: 'directory', mode, uid, gid } };
}

/** Makes the folders of the host that bind mounts of `-v` name and that are not there (moby MountPoint.Setup). */
export function makeBindSources(turn: Turn, container: Container): void {
  for (const mount of container.mounts) {
    if (mount.kind !== 'bind' || imageMountOf(container, mount) !== null) continue;
    const tree = hostTree(turn);
    if (entryAt(tree, mount.source) !== null) continue;
    const folder = { kind: 'directory', mtime: turn.state.now } as const;
    const files = withEntry(tree, mount.source, folder);
    change(turn).client = { ...turn.state.client, files };
  }
}
