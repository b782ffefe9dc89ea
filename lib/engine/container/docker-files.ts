import type { FileEntry, LayerFiles } from '../filesystem';
import { mergeLayers, type MergedFiles } from '../files/merge';
import { networkOwner } from '../network/endpoints';
import { legacyLinks } from '../network/links';
import { hostsFile, resolverFile } from '../network/name-files';
import type { Container, Sandbox } from '../state';

const folder: FileEntry = { kind: 'directory' };

/** What Docker lays over every image before a container's own layer: mount points and an empty `.dockerenv` (moby daemon/initlayer). */
export const initLayer: LayerFiles = {
  '/.dockerenv': { kind: 'text', text: '', mode: 0o755 },
  '/dev': folder,
  '/dev/console': { kind: 'text', text: '', mode: 0o755 },
  '/dev/pts': folder,
  '/dev/shm': folder,
  '/etc': folder,
  '/etc/hostname': { kind: 'text', text: '', mode: 0o755 },
  '/etc/hosts': { kind: 'text', text: '', mode: 0o755 },
  '/etc/mtab': { kind: 'link', target: '/proc/mounts' },
  '/etc/resolv.conf': { kind: 'text', text: '', mode: 0o755 },
  '/proc': folder,
  '/sys': folder,
};

/** The files that Docker mounts into every container. */
export const MOUNTED_FILES: readonly string[] = ['/etc/hostname', '/etc/hosts', '/etc/resolv.conf'];

function hostName({ config, id }: Container): string {
  return config.Hostname || id.slice(0, 12);
}

const made = new WeakMap<Container, MergedFiles>();

/** The files that Docker itself mounts into a container: its name, its hosts, its resolver. They are those of the container whose network it is in. */
export function mountedFiles(state: Sandbox, container: Container): MergedFiles {
  const known = made.get(container);
  if (known) return known;
  const owner = networkOwner(state, container) ?? container;
  const files = mergeLayers([
    {
      '/etc/hostname': { kind: 'text', text: `${hostName(container)}\n` },
      '/etc/hosts': { kind: 'text', text: hostsFile(state, owner) },
      '/etc/resolv.conf': { kind: 'text', text: resolverFile(owner) },
    },
  ]);
  const own = owner === container && legacyLinks(state, container).length === 0;
  if (own) made.set(container, files);
  return files;
}
