import { isWithin, resolvePath } from '../files/path';
import { entryAt, noFiles, type Tree } from '../files/tree';
import type { FileEntry } from '../filesystem';
import { storedOrHeld } from '../image/of-container';
import type { Container, Mount } from '../state';
import type { Turn } from '../turn';
import { baseFiles } from './root-files';

/** Where the host keeps what images hold (the storage driver vfs): `--mount type=image` is a bind mount of a folder in it. */
export const STORE = '/var/lib/docker/vfs/dir';

/** One of `HostConfig.Mounts`, as far as it tells of an image. */
interface ImageSpec {
  readonly Type?: string;
  readonly Source?: string;
  readonly Target?: string;
}

/** An image that is mounted: the name that it was asked by, its id, its folder on the host and the path of what is mounted in it. */
export interface ImageMount {
  readonly name: string;
  readonly id: string;
  readonly folder: string;
  readonly inner: string;
}

/** The path on the host of what an image has at `subpath`. */
export function imageSource(id: string, subpath: string): string {
  return resolvePath(`${STORE}/${id.replace('sha256:', '')}`, subpath);
}

/** The image that a mount of a container shows; null for any other mount. */
export function imageMountOf({ hostConfig }: Container, mount: Mount): ImageMount | null {
  if (mount.kind !== 'bind' || !isWithin(mount.source, STORE)) return null;
  const specs = hostConfig['Mounts'];
  const spec = (Array.isArray(specs) ? (specs as readonly ImageSpec[]) : []).find(
    ({ Type: type, Target: target = '' }) =>
      type === 'image' && resolvePath('/', target) === mount.path,
  );
  if (!spec) return null;
  const [key = '', ...inner] = mount.source.slice(STORE.length + 1).split('/');
  return {
    name: spec.Source ?? '',
    id: `sha256:${key}`,
    folder: `${STORE}/${key}`,
    inner: `/${inner.join('/')}`,
  };
}

/** What an image holds, also one that was taken from the store by force while it is mounted. */
export function imageTree(turn: Turn, id: string): Tree {
  const image = storedOrHeld(turn.state, id);
  return { own: noFiles, below: image ? baseFiles(turn.state, turn.world, image) : null };
}

/** What stands at the mounted path of an image; null when it has nothing there. */
export function imageEntry(turn: Turn, { id, inner }: ImageMount): FileEntry | null {
  return inner === '/' ? { kind: 'directory' } : entryAt(imageTree(turn, id), inner);
}

/** Does a container stand on an image, or have it mounted? */
export function needsImage(container: Container, id: string): boolean {
  if (container.image === id) return true;
  return container.mounts.some((mount) => imageMountOf(container, mount)?.id === id);
}
