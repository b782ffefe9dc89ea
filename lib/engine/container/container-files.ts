import { tmpfsFolder } from './tmpfs';
import type { Image } from '../catalogue';
import type { FileEntry, LayerFiles } from '../filesystem';
import { filesUnder, mergeLayers, type MergedFiles } from '../files/merge';
import { isWithin, join } from '../files/path';
import { PlacedFiles, type Place, type RootFiles } from '../files/root-files';
import { entryAt, namesIn, noFiles as nothing, type Tree } from '../files/tree';
import { cardsOf } from '../network/cards';
import { processesAround } from './pid-space';
import { networkOwner } from '../network/endpoints';
import { hostTree } from '../shell/host-tree';
import type { Container, Mount, Running, Sandbox } from '../state';
import { change, type Turn } from '../turn';
import { MOUNTED_FILES, mountedFiles } from './docker-files';
import { devicesOf, procFiles, sysFiles } from './kernel-files';
import { ipcOwner } from './ipc-owner';
import { baseFiles, putWritableLayer, writableKey, writableLayer } from './root-files';
import { imageOfContainer } from '../image/of-container';
import { imageMountOf, imageTree } from './image-mount';
import { realMount } from './real-mount';
import {
  answerOf,
  isAsInImage,
  isOwnPath,
  keepAnswer,
  sharedImage,
  type SeenImage,
} from './seen-image';
import { numberOf } from '../process/process-tree';
import { subpathTarget } from './subpath-target';
import { subpathOf } from './volume-subpath';

const noFiles: MergedFiles = mergeLayers([]);

/** The file system of a container, seen and written through its writable layer and its mounts by a process: that with this number, to which `/proc/self` leads. */
export function rootFiles(turn: Turn, containerId: string, pid = 1): RootFiles {
  return new ContainerFiles(turn, containerId, pid);
}

/** The same as the engine sees it to copy from and to: its mounts, and not what the kernel shows to processes in `/dev`, `/proc` and `/sys` (moby daemon/archive_unix.go). */
export function copiedFiles(turn: Turn, containerId: string): RootFiles {
  return new ContainerFiles(turn, containerId, null);
}

/** The innermost mount that a path lies in. */
export function mountOf(container: Container, path: string): Mount | null {
  let best: Mount | null = null;
  for (const mount of container.mounts)
    if (isWithin(path, mount.path) && (best === null || mount.path.length > best.path.length))
      best = mount;
  return best;
}

function runOf({ state }: Container): Running | null {
  return state.kind === 'running' || state.kind === 'paused' ? state.run : null;
}

const creations = new WeakMap<Image, number>();

function madeAt(image: Image): number {
  const known = creations.get(image);
  if (known !== undefined) return known;
  const at = Date.parse(image.created);
  creations.set(image, at);
  return at;
}

class ContainerFiles extends PlacedFiles {
  /** What held in a state with these members. */
  private seen:
    (Pick<Sandbox, 'containers' | 'writable' | 'images'> & { image: SeenImage | null }) | null =
    null;

  constructor(
    private readonly turn: Turn,
    private readonly containerId: string,
    /** Who looks; null: not a process, so that the kernel shows nothing. */
    private readonly pid: number | null,
  ) {
    super();
  }

  protected get now(): number {
    return this.turn.state.now;
  }

  private own(): Container {
    const container = this.turn.state.containers.get(this.containerId);
    if (!container) throw new Error(`no container ${this.containerId}`);
    return container;
  }

  protected place(path: string): Place {
    const container = this.own();
    const mount = container.mounts.length === 0 ? null : mountOf(container, path);
    if (MOUNTED_FILES.includes(path) && mount?.path !== path && container.state.kind !== 'created')
      return this.layer(`${container.id}#docker`, mountedFiles(this.turn.state, container), path);
    if (mount) return this.mounted(container, mount, path);
    return this.kernelPlace(container, path) ?? this.rootPlace(container, path);
  }

  private rootPlace(container: Container, path: string): Place {
    const { turn } = this;
    const image = imageOfContainer(turn.state, container);
    return {
      tree: this.rootTree(container),
      inner: path,
      since: image ? madeAt(image) : container.created,
      save: (files) => putWritableLayer(turn, writableKey(turn, container), files),
    };
  }

  private rootTree(container: Container): Tree {
    const { state, world } = this.turn;
    const image = imageOfContainer(state, container);
    return {
      own: writableLayer(this.turn, container),
      below: image ? baseFiles(state, world, image) : null,
    };
  }

  /** A tree whose own layer is kept by key. */
  private layer(key: string, below: MergedFiles | null, inner: string): Place {
    const { turn } = this;
    return {
      tree: { own: turn.state.writable.get(key) ?? nothing, below },
      inner,
      since: this.own().created,
      save: (files) => putWritableLayer(turn, key, files),
    };
  }

  private kernelPlace(container: Container, path: string): Place | null {
    const run = this.pid === null ? null : runOf(container);
    if (!run || !/^\/(?:dev|proc|sys)(?:\/|$)/.test(path)) return null;
    if (path.startsWith('/dev'))
      return this.layer(`${this.deviceOwner(container, path).id}#/dev`, devicesOf(container), path);
    const below = path.startsWith('/proc')
      ? procFiles(
          this.turn.state,
          container,
          processesAround(this.turn.state, container.id),
          this,
          this.turn.world.catalogue.host,
          this.numberIn(run),
        )
      : sysFiles(
          container,
          cardsOf(this.turn.state, networkOwner(this.turn.state, container) ?? container),
        );
    return { tree: { own: nothing, below }, inner: path, since: this.now, save: () => undefined };
  }

  /** The number by which the kernel shows the process that looks: another one behind `--init` and in a shared namespace. */
  private numberIn({ processes }: Running): number {
    const own = processes.find(({ pid }) => pid === this.pid);
    return own ? numberOf(own) : (this.pid ?? 1);
  }

  /** Whose `/dev` a path of it is in: shared memory may be another container's. */
  private deviceOwner(container: Container, path: string): Container {
    return isWithin(path, '/dev/shm') ? ipcOwner(this.turn.state, container) : container;
  }

  private mounted(container: Container, mount: Mount, path: string): Place {
    const { turn } = this;
    const rest = path.slice(mount.path.length);
    const real = mount.kind === 'volume' ? realMount(turn.state.volumes, container, mount) : mount;
    if (real.kind === 'bind' && mount.kind === 'volume') return this.mounted(container, real, path);
    const shown = mount.kind === 'bind' ? imageMountOf(container, mount) : null;
    if (shown !== null)
      return {
        tree: imageTree(turn, shown.id),
        inner: shown.inner === '/' ? rest || '/' : shown.inner + rest,
        since: container.created,
        save: () => undefined,
      };
    switch (mount.kind) {
      case 'tmpfs':
        return {
          ...this.layer(`${container.id}#${mount.path}`, noFiles, rest || '/'),
          isMounted: true,
        };
      case 'bind':
        return {
          tree: this.boundTree(container, mount),
          inner: mount.source === '/' ? rest || '/' : mount.source + rest,
          since: container.created,
          save: (files) => {
            change(turn).client = { ...turn.state.client, files };
          },
        };
      case 'volume': {
        const volume = turn.state.volumes.get(mount.name);
        const files = volume?.files ?? nothing;
        const subpath = subpathOf(container, mount);
        return {
          tree: { own: files, below: null },
          inner:
            subpath === '' ? rest || '/' : this.belowSubpath(mount.name, files, subpath) + rest,
          since: volume?.created ?? container.created,
          isMounted: true,
          save: (files) => {
            const known = turn.state.volumes.get(mount.name);
            if (known)
              change(turn).volumes = turn.state.volumes.set(mount.name, { ...known, files });
          },
        };
      }
    }
  }

  private belowSubpath(volume: string, files: LayerFiles, subpath: string): string {
    const target = subpathTarget(this.turn, volume, files, subpath);
    return target.kind === 'inside' ? target.path : `/${subpath}`;
  }

  /** The host's files; for who believes that they are merged with the image's, those that the image has at the mount's path below them. */
  private boundTree(container: Container, mount: Mount & { readonly kind: 'bind' }): Tree {
    const { turn } = this;
    const tree = hostTree(turn);
    const image = turn.state.images.get(container.image);
    if (turn.world.rules.bindHidesImageFiles() || !image) return tree;
    const hidden = filesUnder(baseFiles(turn.state, turn.world, image), mount.path);
    const moved = Object.entries(hidden).map(([path, entry]) => [mount.source + path, entry]);
    const files = Object.fromEntries(moved) as LayerFiles;
    const below = mergeLayers(
      tree.below ? [files, Object.fromEntries(tree.below.entries)] : [files],
    );
    return { own: tree.own, below };
  }

  protected override exact(path: string): FileEntry | null {
    const container = this.own();
    const { mounts } = container;
    if (mounts.length === 0 && !isOwnPath(path)) return entryAt(this.rootTree(container), path);
    const found = super.exact(path);
    if (found?.kind !== 'directory') return found;
    for (const mount of mounts) {
      if (mount.path !== path) continue;
      const real = realMount(this.turn.state.volumes, container, mount);
      if (real.kind === 'tmpfs') return { ...tmpfsFolder(real), ...found };
    }
    return found;
  }

  protected extraNames(path: string): readonly string[] {
    const container = this.own();
    const prefix = join(path, '');
    const names: string[] = [];
    for (const mount of container.mounts)
      if (mount.path.startsWith(prefix))
        names.push(mount.path.slice(prefix.length).split('/')[0] ?? '');
    return names;
  }

  override get(path: string): FileEntry | null {
    const image = this.seenImage();
    if (image === null || !isAsInImage(image, path)) return this.find(path);
    const known = answerOf(image, path);
    if (known !== undefined) return known;
    const found = this.find(path);
    const steps = this.steps(path);
    if ([path, ...steps].some(isOwnPath) || !steps.every((step) => isAsInImage(image, step)))
      return found;
    keepAnswer(image, path, { found, steps });
    return found;
  }

  /** What containers of this image share as long as the state has these members; null where they share nothing. */
  private seenImage(): SeenImage | null {
    const { containers, writable, images } = this.turn.state;
    const { seen } = this;
    if (seen?.containers === containers && seen.writable === writable && seen.images === images)
      return seen.image;
    const image = sharedImage(this.turn, this.own());
    this.seen = { containers, writable, images, image };
    return image;
  }

  private find(path: string): FileEntry | null {
    const found = super.get(path);
    if (found) return found;
    // A folder on the way to a mount whose point has not been made yet (the container never ran).
    const prefix = join(path, '');
    return this.own().mounts.some((mount) => mount.path.startsWith(prefix))
      ? { kind: 'directory' }
      : null;
  }

  mountedAt(path: string): string | null {
    const real = this.real(path);
    const container = this.own();
    const kernel = this.pid === null ? [] : ['/dev', '/proc', '/sys'];
    const fixed = runOf(container) ? [...kernel, ...MOUNTED_FILES] : [];
    return [...container.mounts.map((mount) => mount.path), ...fixed].includes(real) ? real : null;
  }
}

/** What a container's own root file system holds, mounts left out: every path with its entry, sorted (`docker export`). */
export function filesOfContainer(
  turn: Turn,
  container: Container,
): readonly (readonly [string, NonNullable<ReturnType<RootFiles['get']>>])[] {
  const image = imageOfContainer(turn.state, container);
  const below = image ? baseFiles(turn.state, turn.world, image) : null;
  const tree = { own: turn.state.writable.get(writableKey(turn, container)) ?? nothing, below };
  const found: (readonly [string, NonNullable<ReturnType<RootFiles['get']>>])[] = [];
  const walk = (folder: string): void => {
    for (const name of namesIn(tree, folder)) {
      const path = join(folder, name);
      const entry = entryAt(tree, path);
      if (!entry) continue;
      found.push([path, entry]);
      if (entry.kind === 'directory') walk(path);
    }
  };
  walk('/');
  return found;
}
