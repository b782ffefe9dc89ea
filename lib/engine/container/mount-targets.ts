import { refuse } from '../errors';
import { isWithin, parentOf } from '../files/path';
import { entryAt, type Tree } from '../files/tree';
import type { FileEntry } from '../filesystem';
import { hostTree } from '../shell/host-tree';
import type { Container, Mount } from '../state';
import { imageOfContainer } from '../image/of-container';
import type { Turn } from '../turn';
import { imageEntry, imageMountOf, STORE } from './image-mount';
import { realMount } from './real-mount';
import { baseFiles, writableLayer } from './root-files';

type Kind = 'directory' | 'file';

const INIT =
  'failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting ';
const OTHER_KIND =
  ': not a directory: unknown: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type';

/** Files of /proc on which something may be mounted (runc libcontainer/rootfs_linux.go checkProcMount). */
const OPEN_IN_PROC: ReadonlySet<string> = new Set([
  '/proc/cpuinfo',
  '/proc/diskstats',
  '/proc/meminfo',
  '/proc/stat',
  '/proc/swaps',
  '/proc/uptime',
  '/proc/loadavg',
  '/proc/slabinfo',
]);

/**
 * A folder is mounted on a folder and a file on a file; what is missing has been made. Refuses any other mount in the words of the runtime (runc
 * libcontainer/rootfs_linux.go mountToRootfs), with what Docker adds to them (moby daemon/errors.go).
 */
export function verifyMountTargets(turn: Turn, container: Container): void {
  const mounts = [...container.mounts].sort((a, b) => depth(a.path) - depth(b.path));
  mounts.forEach((mount, i) => {
    const { source, kind } = sourceOf(turn, container, mount);
    const { path } = mount;
    const begin = `${INIT}${JSON.stringify(source)} to rootfs at ${JSON.stringify(path)}: `;
    const root = `${STORE}/${container.id}`;
    if (isWithin(path, '/proc') && !OPEN_IN_PROC.has(path))
      refuse(
        'invalid-parameter',
        `${begin}"${root}${path}" cannot be mounted because it is ${path === '/proc' ? 'not of type proc' : 'inside /proc'}: unknown`,
      );
    const target = targetKind(turn, container, path, mounts.slice(0, i));
    if (target === 'unreachable')
      refuse('invalid-parameter', `${begin}open o_path procfd: open ${root}${path}${OTHER_KIND}`);
    if (kind !== null && target !== null && target !== kind)
      refuse(
        'invalid-parameter',
        `${begin}mount ${source}:${path} (via /proc/self/fd/6), flags: ${mount.kind === 'tmpfs' ? '0xe' : '0x5000'}${OTHER_KIND}`,
      );
  });
}

function depth(path: string): number {
  return path.split('/').length;
}

/** What is mounted, as the runtime names it; its kind is null where it is a link. */
function sourceOf(
  turn: Turn,
  container: Container,
  mount: Mount,
): { readonly source: string; readonly kind: Kind | null } {
  const real = realMount(turn.state.volumes, container, mount);
  if (real.kind === 'tmpfs') return { source: 'tmpfs', kind: 'directory' };
  if (mount.kind === 'volume')
    return { source: `/var/lib/docker/volumes/${mount.name}/_data`, kind: 'directory' };
  if (real.kind !== 'bind') return { source: '', kind: null };
  const shown = imageMountOf(container, real);
  const entry = shown ? imageEntry(turn, shown) : entryAt(hostTree(turn), real.source);
  return { source: real.source, kind: kindOf(entry) };
}

function kindOf(entry: FileEntry | null): Kind | null {
  if (entry === null || entry.kind === 'link') return null;
  return entry.kind === 'directory' ? 'directory' : 'file';
}

/** What a mount is to stand on; null where that is a link, or lies in another mount whose content decides. */
function targetKind(
  turn: Turn,
  container: Container,
  path: string,
  before: readonly Mount[],
): Kind | 'unreachable' | null {
  if (OPEN_IN_PROC.has(path)) return 'file';
  const around = before.findLast((other) => isWithin(path, other.path));
  if (around !== undefined)
    return sourceOf(turn, container, around).kind === 'file' ? 'unreachable' : null;
  const image = imageOfContainer(turn.state, container);
  const below = image ? baseFiles(turn.state, turn.world, image) : null;
  const tree: Tree = { own: writableLayer(turn, container), below };
  for (let parent = parentOf(path); parent !== '/'; parent = parentOf(parent)) {
    const entry = entryAt(tree, parent);
    if (entry?.kind === 'link') return null;
    if (kindOf(entry) === 'file') return 'unreachable';
  }
  return kindOf(entryAt(tree, path));
}
