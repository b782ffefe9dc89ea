import { own } from '../../kernel/own';
import type { Mount } from '../state';

type Tmpfs = Mount & { readonly kind: 'tmpfs' };

/** Options that are flags of the mount, each with the flag that it sets or clears. */
const FLAGS: Readonly<Record<string, string>> = {
  ro: 'write',
  rw: 'write',
  exec: 'exec',
  noexec: 'exec',
  suid: 'suid',
  nosuid: 'suid',
  dev: 'dev',
  nodev: 'dev',
  sync: 'sync',
  async: 'sync',
  dirsync: 'dirsync',
  remount: 'remount',
  mand: 'mand',
  nomand: 'mand',
  atime: 'noatime',
  noatime: 'noatime',
  diratime: 'diratime',
  nodiratime: 'diratime',
  relatime: 'relatime',
  norelatime: 'relatime',
  strictatime: 'strictatime',
  nostrictatime: 'strictatime',
  ...Object.fromEntries(
    'bind rbind unbindable runbindable private rprivate shared rshared slave rslave'
      .split(' ')
      .map((word) => [word, 'propagation']),
  ),
};
const DATA: ReadonlySet<string> = new Set([
  '',
  'size',
  'mode',
  'uid',
  'gid',
  'nr_inodes',
  'nr_blocks',
  'mpol',
]);
const DEFAULTS: readonly string[] = ['noexec', 'nosuid', 'nodev', 'rprivate'];
const PAGE = 4096;

/** What a tmpfs mount is told, each thing once; the later word counts. A text says what is wrong (moby/sys/mount MergeTmpfsOptions). */
function readTmpfsOptions(options: string): ReadonlyMap<string, string> | string {
  const found = new Map<string, string>();
  const words = [...DEFAULTS, ...(options === '' ? [] : options.split(','))];
  for (const word of words) {
    if (word === 'defaults') continue;
    const flag = own(FLAGS, word);
    if (flag !== undefined) {
      found.set(flag, word);
      continue;
    }
    const equals = word.indexOf('=');
    const parts = equals < 0 ? [word] : [word.slice(0, equals), word.slice(equals + 1)];
    if (parts.length !== 2 || !DATA.has(parts[0] ?? ''))
      return `invalid tmpfs option [${parts.map((part) => JSON.stringify(part)).join(' ')}]`;
    found.set(parts[0] ?? '', parts[1] ?? '');
  }
  return found;
}

function optionsOf(mount: Tmpfs): ReadonlyMap<string, string> {
  const read = readTmpfsOptions(mount.options);
  return typeof read === 'string' ? new Map() : read;
}

/** `64m`, `1g`, `50%` of the memory; null when the kernel takes it for no size. */
function bytesOf(text: string, memory: number): number | null {
  const [, digits = '', unit = ''] = /^(\d+)([kmg%]?)$/i.exec(text) ?? [];
  if (digits === '') return null;
  const factors: Readonly<Record<string, number>> = { k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 };
  const bytes =
    unit === '%'
      ? (memory * Number(digits)) / 100
      : Number(digits) * (own(factors, unit.toLowerCase()) ?? 1);
  return Math.ceil(bytes / PAGE) * PAGE;
}

/** How much it holds, in bytes: half of the machine's memory where nothing is said. */
export function tmpfsSize(mount: Tmpfs, memory: number): number {
  const size = optionsOf(mount).get('size');
  return (
    (size === undefined ? null : bytesOf(size, memory)) ?? Math.floor(memory / 2 / PAGE) * PAGE
  );
}

/** Mode and owner of its folder. */
export function tmpfsFolder(mount: Tmpfs): {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
} {
  const options = optionsOf(mount);
  const number = (name: string): number => Number.parseInt(options.get(name) ?? '0', 10) || 0;
  const mode = Number.parseInt(options.get('mode') ?? '', 8);
  return {
    mode: Number.isNaN(mode) ? 0o1777 : mode & 0o7777,
    uid: number('uid'),
    gid: number('gid'),
  };
}

export function isReadOnly(mount: Tmpfs): boolean {
  return optionsOf(mount).get('write') === 'ro';
}

/** Is nothing on it run as a program? So it is unless `exec` is asked for. */
export function tmpfsForbidsPrograms(mount: Tmpfs): boolean {
  return optionsOf(mount).get('exec') === 'noexec';
}

/** How the kernel lists it in /proc/mounts (mm/shmem.c shmem_show_options): what is as always is left out. */
export function tmpfsLine(mount: Tmpfs, memory: number): string {
  const options = optionsOf(mount);
  const { mode, uid, gid } = tmpfsFolder(mount);
  const flags = [
    isReadOnly(mount) ? 'ro' : 'rw',
    ...['suid', 'dev', 'exec'].flatMap((flag) =>
      options.get(flag) === `no${flag}` ? [`no${flag}`] : [],
    ),
    options.get('noatime') === 'noatime' ? 'noatime' : 'relatime',
    ...(options.has('size') ? [`size=${tmpfsSize(mount, memory) / 1024}k`] : []),
    ...(options.has('nr_inodes') ? [`nr_inodes=${options.get('nr_inodes') ?? ''}`] : []),
    ...(mode === 0o1777 ? [] : [`mode=${mode.toString(8)}`]),
    ...(uid === 0 ? [] : [`uid=${uid}`]),
    ...(gid === 0 ? [] : [`gid=${gid}`]),
  ];
  return `tmpfs ${mount.path} tmpfs ${flags.join(',')} 0 0`;
}

/** Why it cannot be mounted: an option that docker does not know, or a value that the kernel does not take; null when it can. */
export function tmpfsProblem(mount: Tmpfs): string | null {
  const read = readTmpfsOptions(mount.options);
  if (typeof read === 'string') return read;
  const size = read.get('size');
  const numbers = ['uid', 'gid', 'nr_inodes', 'nr_blocks'].flatMap((name) => read.get(name) ?? []);
  const taken =
    (size === undefined || bytesOf(size, 1) !== null) &&
    /^[0-7]+$/.test(read.get('mode') ?? '0') &&
    numbers.every((text) => /^\d+[kmg]?$/i.test(text));
  if (taken) return null;
  const data = [...read]
    .filter(([name]) => DATA.has(name))
    .map(([name, value]) => `${name}=${value}`);
  return `failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting "tmpfs" to rootfs at ${JSON.stringify(mount.path)}: mount tmpfs:${mount.path} (via /proc/self/fd/6), flags: 0xe, data: ${data.join(',')}: invalid argument: unknown`;
}
