import type { Image, Layer } from '../catalogue';
import type { FileEntry, LayerChange, LayerFiles } from '../filesystem';
import type { Container, Mount, Sandbox } from '../state';
import { change, without, type Turn } from '../turn';
import type { World } from '../world';

/** The files of an image, all layers seen as one. `children` lists the names in each folder. */
export interface ImageFiles {
  readonly entries: ReadonlyMap<string, FileEntry>;
  readonly children: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What a process sees of its file system, and how it writes. Paths are absolute, normal and without a trailing slash; the root is `/`. */
export interface RootFiles {
  get(path: string): FileEntry | null;
  /** The names in a folder, sorted. */
  list(path: string): readonly string[];
  put(path: string, entry: FileEntry): void;
  /** Removes a file, or a folder with everything in it. */
  remove(path: string): void;
}

const directory: FileEntry = { kind: 'directory' };
const merged = new WeakMap<Image, ImageFiles>();

export function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash <= 0 ? '/' : path.slice(0, slash);
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Finds a layer made here or in the catalogue. */
export function layerOf(state: Sandbox, world: World, diffId: string): Layer {
  const layer = state.layers.get(diffId) ?? world.catalogue.layers[diffId];
  if (!layer) throw new Error(`no layer ${diffId}`);
  return layer;
}

/** All layers of an image as one tree; computed once an image, because an image never changes. */
export function filesOfImage(state: Sandbox, world: World, image: Image): ImageFiles {
  const known = merged.get(image);
  if (known) return known;
  const entries = new Map<string, FileEntry>();
  for (const diffId of image.layers) {
    for (const [path, change] of Object.entries(layerOf(state, world, diffId).files)) {
      if (change.kind === 'whiteout') entries.delete(path);
      else entries.set(path, change);
    }
  }
  const children = new Map<string, Set<string>>();
  const add = (path: string): void => {
    const parent = parentOf(path);
    const names = children.get(parent);
    if (names?.has(nameOf(path))) return;
    if (names) names.add(nameOf(path));
    else children.set(parent, new Set([nameOf(path)]));
    if (parent !== '/') add(parent);
  };
  for (const path of entries.keys()) add(path);
  const files = { entries, children };
  merged.set(image, files);
  return files;
}

/** Where a path's changes are kept: the mount that it lies in, the record's key when it is a writable layer or a tmpfs, and the record itself. */
interface Store {
  readonly mount: Mount | null;
  readonly key: string;
  readonly files: LayerFiles;
  readonly below: ImageFiles | null;
}

/** The key of a container's writable layer, as the rules have it. */
export function writableKey(turn: Turn, container: Container): string {
  return turn.world.rules.writableLayerKey({
    containerId: container.id,
    containerName: container.name,
    imageId: container.image,
  });
}

/** The writable layer of a container. */
export function writableLayer(turn: Turn, container: Container): LayerFiles {
  return turn.state.writable.get(writableKey(turn, container)) ?? {};
}

/** Replaces a writable layer; an empty one is not kept. */
export function putWritableLayer(turn: Turn, key: string, files: LayerFiles): void {
  const { writable } = turn.state;
  const empty = Object.keys(files).length === 0;
  change(turn).writable = empty ? writable.delete(key) : writable.set(key, files);
}

function mountAt(container: Container, path: string): Mount | null {
  let best: Mount | null = null;
  for (const mount of container.mounts) {
    const inside = path === mount.path || path.startsWith(`${mount.path}/`);
    if (inside && (best === null || mount.path.length > best.path.length)) best = mount;
  }
  return best;
}

const nothing: LayerFiles = {};

function storeOf(turn: Turn, container: Container, path: string): Store {
  const mount = mountAt(container, path);
  if (mount === null || mount.kind === 'tmpfs') {
    const key = mount ? `${container.id}#${mount.path}` : writableKey(turn, container);
    const image = turn.state.images.get(container.image);
    const below = mount || !image ? null : filesOfImage(turn.state, turn.world, image);
    return { mount, key, files: turn.state.writable.get(key) ?? nothing, below };
  }
  const files =
    mount.kind === 'volume' ? turn.state.volumes.get(mount.name)?.files : turn.state.client.files;
  return { mount, key: '', files: files ?? nothing, below: null };
}

/** Replaces the record of a store. */
function save(turn: Turn, { mount, key }: Store, files: LayerFiles): void {
  if (mount === null || mount.kind === 'tmpfs') return putWritableLayer(turn, key, files);
  if (mount.kind === 'bind') {
    change(turn).client = { ...turn.state.client, files };
    return;
  }
  const volume = turn.state.volumes.get(mount.name);
  if (volume) {
    const volumes = turn.state.volumes.set(mount.name, { ...volume, files });
    change(turn).volumes = volumes;
  }
}

/** A path of the container as its store's record has it. */
function innerPath({ mount }: Store, outer: string): string {
  if (mount === null || mount.kind === 'tmpfs') return outer;
  const rest = outer.slice(mount.path.length);
  return mount.kind === 'bind' ? mount.source + rest : rest || '/';
}

function hasChild(store: Store, path: string): boolean {
  const prefix = path === '/' ? '/' : `${path}/`;
  for (const [other, change] of Object.entries(store.files))
    if (change.kind !== 'whiteout' && other.startsWith(prefix)) return true;
  const names = store.below?.children.get(path);
  if (!names) return false;
  for (const name of names) if (lookUp(store, prefix + name) !== null) return true;
  return false;
}

function lookUp(store: Store, path: string): FileEntry | null {
  const change: LayerChange | undefined = store.files[path];
  if (change && change.kind !== 'whiteout') return change;
  if (change === undefined) {
    const entry = store.below?.entries.get(path);
    if (entry) return entry;
  }
  return path === '/' || hasChild(store, path) ? directory : null;
}

/** The files that Docker itself puts into every container: its name, its hosts, its resolver. */
function dockerFile(container: Container, path: string): string | null {
  const { config, hostConfig, state } = container;
  const name = config.Hostname || container.id.slice(0, 12);
  switch (path) {
    case '/etc/hostname':
      return `${name}\n`;
    case '/etc/hosts': {
      const address = state.kind === 'running' || state.kind === 'paused' ? state.run.address : '';
      const extra = (hostConfig.ExtraHosts ?? []).map(
        (entry) =>
          `${entry.slice(entry.indexOf(':') + 1)}\t${entry.slice(0, entry.indexOf(':'))}\n`,
      );
      return `127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost ip6-loopback\nfe00::\tip6-localnet\nff00::\tip6-mcastprefix\nff02::1\tip6-allnodes\nff02::2\tip6-allrouters\n${extra.join('')}${address === '' ? '' : `${address}\t${name}\n`}`;
    }
    case '/etc/resolv.conf': {
      const dns = hostConfig.Dns ?? [];
      const servers = (dns.length > 0 ? dns : ['10.0.2.3'])
        .map((server) => `nameserver ${server}\n`)
        .join('');
      return `# Generated by Docker Engine.\n# This file can be edited; Docker Engine will not make further changes once it\n# has been modified.\n\n${servers}\n# Based on host file: '/etc/resolv.conf' (legacy)\n# Overrides: [${dns.length > 0 ? 'nameservers' : ''}]\n`;
    }
    default:
      return null;
  }
}

/** The file system of a container, seen and written through its writable layer and its mounts. */
export function rootFiles(turn: Turn, containerId: string): RootFiles {
  return new ContainerFiles(turn, containerId);
}

class ContainerFiles implements RootFiles {
  constructor(
    private readonly turn: Turn,
    private readonly containerId: string,
  ) {}

  private own(): Container {
    const container = this.turn.state.containers.get(this.containerId);
    if (!container) throw new Error(`no container ${this.containerId}`);
    return container;
  }

  get(path: string): FileEntry | null {
    const container = this.own();
    const store = storeOf(this.turn, container, path);
    const found = lookUp(store, innerPath(store, path));
    if (found) return found;
    const given = dockerFile(container, path);
    if (given !== null) return { kind: 'text', text: given };
    return container.mounts.some((m) => m.path === path || m.path.startsWith(`${path}/`))
      ? directory
      : null;
  }

  list(path: string): readonly string[] {
    const container = this.own();
    const store = storeOf(this.turn, container, path);
    const inner = innerPath(store, path);
    const prefix = inner === '/' ? '/' : `${inner}/`;
    const names = new Set<string>();
    for (const name of store.below?.children.get(inner) ?? [])
      if (lookUp(store, prefix + name)) names.add(name);
    for (const [other, change] of Object.entries(store.files)) {
      if (change.kind === 'whiteout' || !other.startsWith(prefix)) continue;
      const rest = other.slice(prefix.length);
      const slash = rest.indexOf('/');
      if (rest !== '') names.add(slash < 0 ? rest : rest.slice(0, slash));
    }
    const outerPrefix = path === '/' ? '/' : `${path}/`;
    for (const mount of container.mounts)
      if (mount.path.startsWith(outerPrefix))
        names.add(mount.path.slice(outerPrefix.length).split('/')[0] ?? '');
    return [...names].sort();
  }

  put(path: string, entry: FileEntry): void {
    const store = storeOf(this.turn, this.own(), path);
    save(this.turn, store, { ...store.files, [innerPath(store, path)]: entry });
  }

  remove(path: string): void {
    for (const name of this.list(path)) this.remove(path === '/' ? `/${name}` : `${path}/${name}`);
    const store = storeOf(this.turn, this.own(), path);
    const inner = innerPath(store, path);
    const rest = without(store.files, inner);
    const inBelow = store.below?.entries.has(inner) || store.below?.children.has(inner);
    save(this.turn, store, inBelow ? { ...rest, [inner]: { kind: 'whiteout' } } : rest);
  }
}

/** A path made absolute and normal: `.` and `..` resolved, no trailing slash. */
export function resolvePath(cwd: string, path: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${cwd}/${path}`).split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** How many bytes an entry holds. */
export function sizeOfEntry(entry: LayerChange): number {
  switch (entry.kind) {
    case 'text':
      return new TextEncoder().encode(entry.text).length;
    case 'zeros':
    case 'program':
      return entry.size;
    default:
      return 0;
  }
}
