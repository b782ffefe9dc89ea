import { isWithin } from '../files/path';
import { entryAt, withEntry, type Tree } from '../files/tree';
import type { FileEntry, LayerFiles } from '../filesystem';
import { hostTree } from '../shell/host-tree';
import type { Container, Mount } from '../state';
import { change, type Turn } from '../turn';
import { mountOf } from './container-files';
import { MOUNTED_FILES } from './docker-files';
import { imageEntry, imageMountOf } from './image-mount';
import { baseFiles, putWritableLayer, writableKey, writableLayer } from './root-files';
import { imageOfContainer } from '../image/of-container';

const folder: FileEntry = { kind: 'directory' };
const emptyFile: FileEntry = { kind: 'text', text: '', mode: 0o755 };

/**
 * A mount needs something to stand on: where the root file system has nothing, a folder (for a file: an empty file) is made in the writable layer, and in
 * a volume over `/etc` an empty file for each file that Docker mounts there (runc libcontainer/rootfs_linux.go).
 */
export function makeMountPoints(turn: Turn, container: Container): void {
  if (container.mounts.length === 0) return;
  const image = imageOfContainer(turn.state, container);
  const below = image ? baseFiles(turn.state, turn.world, image) : null;
  let own = writableLayer(turn, container);
  for (const mount of container.mounts) {
    const isNested = container.mounts.some(
      (other) => other !== mount && isWithin(mount.path, other.path),
    );
    const tree: Tree = { own, below };
    if (isNested || entryAt(tree, mount.path)) continue;
    own = withEntry(tree, mount.path, {
      mtime: turn.state.now,
      ...pointOf(turn, container, mount),
    });
  }
  if (own !== writableLayer(turn, container))
    putWritableLayer(turn, writableKey(turn, container), own);
  for (const path of MOUNTED_FILES) {
    const mount = mountOf(container, path);
    if (mount?.kind === 'volume' && mount.path !== path)
      putInVolume(turn, mount.name, path.slice(mount.path.length));
  }
}

function pointOf(turn: Turn, container: Container, mount: Mount): FileEntry {
  if (mount.kind !== 'bind') return folder;
  const shown = imageMountOf(container, mount);
  const source = shown ? imageEntry(turn, shown) : entryAt(hostTree(turn), mount.source);
  return source && source.kind !== 'directory' ? emptyFile : folder;
}

function putInVolume(turn: Turn, name: string, path: string): void {
  const volume = turn.state.volumes.get(name);
  if (!volume || volume.files[path]) return;
  const files: LayerFiles = { ...volume.files, [path]: { ...emptyFile, mtime: turn.state.now } };
  change(turn).volumes = turn.state.volumes.set(name, { ...volume, files });
}
