import { refuse } from '../errors';
import type { ContainerConfig, HostConfig } from '../docker-json';
import type { LayerFiles } from '../filesystem';
import type { Image } from '../catalogue';
import type { Mount } from '../state';
import { change, emit, makeId, type Turn } from '../turn';
import { filesUnder } from '../files/merge';
import { baseFiles } from './root-files';

const VOLUME_NAME = /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/;

/** The mounts of a container that is made: `-v` binds and volumes, then the image's and the anonymous volumes. Missing volumes are made. */
export function makeMounts(
  turn: Turn,
  image: Image,
  config: ContainerConfig,
  host: HostConfig,
): readonly Mount[] {
  const mounts: Mount[] = [];
  for (const bind of host.Binds ?? []) {
    const [source = '', path = '', mode = ''] = bind.split(':');
    const readonly = mode.split(',').includes('ro');
    if (source.startsWith('/')) mounts.push({ kind: 'bind', source, path, readonly });
    else {
      if (!VOLUME_NAME.test(source))
        refuse(
          'invalid-parameter',
          `create ${source}: "${source}" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path`,
        );
      mounts.push({ kind: 'volume', name: source, path, readonly, anonymous: false });
    }
  }
  for (const path of Object.keys(host.Tmpfs ?? {})) mounts.push({ kind: 'tmpfs', path });
  for (const path of Object.keys(config.Volumes ?? {}).sort())
    if (!mounts.some((mount) => mount.path === path))
      mounts.push({
        kind: 'volume',
        name: makeId(turn, 'volume'),
        path,
        readonly: false,
        anonymous: true,
      });
  for (const mount of mounts) if (mount.kind === 'volume') ensureVolume(turn, image, mount);
  return mounts;
}

/** An empty volume is filled with what the image has at the path (moby container.copyImagePathContent). */
function ensureVolume(turn: Turn, image: Image, mount: Mount & { kind: 'volume' }): void {
  const known = turn.state.volumes.get(mount.name);
  if (!known) emit(turn, 'volume', 'create', mount.name, { driver: 'local' });
  const volume = known ?? {
    name: mount.name,
    created: turn.state.now,
    anonymous: mount.anonymous,
    labels: {},
    files: {},
  };
  const empty = Object.keys(volume.files).length === 0;
  const files = empty ? contentAt(turn, image, mount.path) : volume.files;
  change(turn).volumes = turn.state.volumes.set(mount.name, { ...volume, files });
}

/** What the image has at a path, with the files that Docker puts into every container. */
function contentAt(turn: Turn, image: Image, path: string): LayerFiles {
  return filesUnder(baseFiles(turn.state, turn.world, image), path);
}
