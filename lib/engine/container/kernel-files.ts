import { own } from '../../kernel/own';
import type { FileEntry, LayerFiles } from '../filesystem';
import type { HostData } from '../host';
import { mergeLayers, type MergedFiles } from '../files/merge';
import { resolvePath } from '../files/path';
import type { RootFiles } from '../files/root-files';
import { accountOf } from '../process/account';
import type { Process } from '../process/process';
import { INIT_PROGRAM, processTree, type Running } from '../process/process-tree';
import { signalNumbers } from '../process/signals';
import type { Card } from '../network/cards';
import type { Container, Sandbox } from '../state';
import { memoryFigures } from '../system/memory-figures';
import { capabilitiesOf, capabilityMask } from './capabilities';
import { sharedMemory } from './ipc-owner';
import { realMount } from './real-mount';
import { tmpfsLine } from './tmpfs';

/* What the kernel shows of itself and of a container's processes: /dev, /proc, /sys. */

const text = (content: string, mode = 0o444): FileEntry => ({ kind: 'text', text: content, mode });
const device = (major: number, minor: number): FileEntry => ({ kind: 'device', major, minor });
const link = (target: string): FileEntry => ({ kind: 'link', target });

/** The devices of every container (runc libcontainer/specconv AllowedDevices). */
const deviceFiles: MergedFiles = mergeLayers([
  {
    '/dev/console': { ...device(136, 0), mode: 0o620 },
    '/dev/core': link('/proc/kcore'),
    '/dev/fd': link('/proc/self/fd'),
    '/dev/full': device(1, 7),
    '/dev/mqueue': { kind: 'directory' },
    '/dev/null': device(1, 3),
    '/dev/ptmx': link('pts/ptmx'),
    '/dev/pts': { kind: 'directory' },
    '/dev/random': device(1, 8),
    '/dev/shm': { kind: 'directory' },
    '/dev/stderr': link('/proc/self/fd/2'),
    '/dev/stdin': link('/proc/self/fd/0'),
    '/dev/stdout': link('/proc/self/fd/1'),
    '/dev/tty': device(5, 0),
    '/dev/urandom': device(1, 9),
    '/dev/zero': device(1, 5),
  },
]);

const DEVICE_NUMBERS: Readonly<Record<string, readonly [major: number, minor: number]>> = {
  '/dev/null': [1, 3],
  '/dev/zero': [1, 5],
  '/dev/full': [1, 7],
  '/dev/random': [1, 8],
  '/dev/urandom': [1, 9],
  '/dev/kmsg': [1, 11],
  '/dev/mem': [1, 1],
  '/dev/tty': [5, 0],
  '/dev/fuse': [10, 229],
  '/dev/net/tun': [10, 200],
  '/dev/loop-control': [10, 237],
};

/** /dev of a container: with the devices that were given to it (`--device HOST:NAME`), without shared memory where it has none (`--ipc none`). */
export function devicesOf({ hostConfig }: Container): MergedFiles {
  const given = hostConfig['Devices'];
  const noShared = hostConfig['IpcMode'] === 'none';
  const named = Array.isArray(given) ? (given as readonly Device[]) : [];
  if (named.length === 0 && !noShared) return deviceFiles;
  const files: Record<string, FileEntry> = {};
  for (const { PathOnHost: from = '', PathInContainer: to = '' } of named)
    if (to.startsWith('/dev/')) files[to] = device(...(own(DEVICE_NUMBERS, from) ?? [8, 0]));
  const gone: LayerFiles = noShared ? { '/dev/shm': { kind: 'whiteout' } } : {};
  return mergeLayers([{ ...files, ...gone }], deviceFiles);
}

interface Device {
  readonly PathOnHost?: string;
  readonly PathInContainer?: string;
}

/** What a container's processes may do, as the kernel tells it of each (fs/proc/array.c). */
function privileges({ hostConfig }: Container, isRoot: boolean, everything: boolean): string {
  const bound = capabilityMask(
    capabilitiesOf(everything ? { ...hostConfig, Privileged: true } : hostConfig),
  );
  const none = '0'.repeat(16);
  const own = isRoot ? bound : none;
  const options = (Array.isArray(hostConfig['SecurityOpt']) ? hostConfig['SecurityOpt'] : []).map(
    String,
  );
  const bare = options.some((option) => /^no-new-privileges(?:[:=]true)?$/.test(option));
  const open =
    hostConfig.Privileged === true || options.some((word) => /^seccomp[:=]unconfined$/.test(word));
  return `CapInh:\t${none}\nCapPrm:\t${own}\nCapEff:\t${own}\nCapBnd:\t${bound}\nCapAmb:\t${none}\nNoNewPrivs:\t${bare ? 1 : 0}\nSeccomp:\t${open ? 0 : 2}\nSeccomp_filters:\t${open ? 0 : 1}\n`;
}

function status(
  container: Container,
  accounts: RootFiles,
  { pid, parent, name, user, threads, of }: Running,
): string {
  const state = of.activity.kind === 'zombie' ? 'Z (zombie)' : 'S (sleeping)';
  const { uid, gid } = accountOf(accounts, user);
  const four = (id: number): string => `${id}\t${id}\t${id}\t${id}`;
  return `Name:\t${name}\nUmask:\t0022\nState:\t${state}\nTgid:\t${pid}\nPid:\t${pid}\nPPid:\t${parent}\nUid:\t${four(uid)}\nGid:\t${four(gid)}\nThreads:\t${threads}\nSigQ:\t0/${Object.keys(signalNumbers).length}\n${privileges(container, uid === 0, of.privileged === true)}`;
}

function processFiles(
  container: Container,
  accounts: RootFiles,
  process: Running,
  mounted: FileEntry,
): Record<string, FileEntry> {
  const at = `/proc/${process.pid}`;
  const { argv, name, of } = process;
  const groups = ['pids', 'memory', 'cpu,cpuacct', 'blkio', 'cpuset', 'devices', 'freezer'];
  const executable = executableOf(accounts, process);
  return {
    ...(executable === null ? {} : { [`${at}/exe`]: link(executable) }),
    [`${at}/mounts`]: mounted,
    [`${at}/root`]: link('/'),
    [`${at}/cmdline`]: text(
      of.activity.kind === 'zombie' ? '' : argv.map((word) => `${word}\0`).join(''),
    ),
    [`${at}/comm`]: text(`${name}\n`),
    [`${at}/cwd`]: link(of.cwd),
    [`${at}/environ`]: text(
      Object.entries(of.env)
        .map(([key, value]) => `${key}=${value}\0`)
        .join(''),
      0o400,
    ),
    [`${at}/oom_score_adj`]: text(`${Number(container.hostConfig['OomScoreAdj'] ?? 0)}\n`, 0o644),
    [`${at}/status`]: text(status(container, accounts, process)),
    [`${at}/cgroup`]: text(
      groups
        .map((group, index) => `${groups.length - index}:${group}:/docker/${container.id}\n`)
        .join(''),
    ),
  };
}

/** The file systems that a container sees mounted, as /proc/mounts lists them. */
function mountTable(state: Sandbox, container: Container, memory: number): string {
  const root = container.hostConfig.ReadonlyRootfs ? 'ro' : 'rw';
  const shared = sharedMemory(state, container);
  const fixed = [
    `overlay / overlay ${root},relatime,lowerdir=/var/lib/docker/overlay2/l,upperdir=/var/lib/docker/overlay2/diff,workdir=/var/lib/docker/overlay2/work 0 0`,
    'proc /proc proc rw,nosuid,nodev,noexec,relatime 0 0',
    'tmpfs /dev tmpfs rw,nosuid,size=65536k,mode=755 0 0',
    'devpts /dev/pts devpts rw,nosuid,noexec,relatime,gid=5,mode=620,ptmxmode=666 0 0',
    'sysfs /sys sysfs ro,nosuid,nodev,noexec,relatime 0 0',
    'mqueue /dev/mqueue mqueue rw,nosuid,nodev,noexec,relatime 0 0',
    ...(container.hostConfig['IpcMode'] === 'none'
      ? []
      : [`shm /dev/shm tmpfs rw,nosuid,nodev,noexec,relatime,size=${shared / 1024}k 0 0`]),
  ];
  const own = container.mounts.map((mount) => {
    const real = realMount(state.volumes, container, mount);
    return real.kind === 'tmpfs'
      ? tmpfsLine(real, memory)
      : `/dev/sda1 ${mount.path} ext4 ${real.readonly ? 'ro' : 'rw'},relatime 0 0`;
  });
  const docker = ['/etc/resolv.conf', '/etc/hostname', '/etc/hosts'].map(
    (path) => `/dev/sda1 ${path} ext4 rw,relatime 0 0`,
  );
  return [...fixed, ...own, ...docker].map((line) => `${line}\n`).join('');
}

/** The file that a process runs; null for one that is no longer there. */
function executableOf(files: RootFiles, { argv, of }: Running): string | null {
  const [name = ''] = argv;
  if (name === INIT_PROGRAM) return name;
  const path = name.includes('/')
    ? resolvePath(of.cwd, name)
    : searchPath(of.env).find((each) => files.get(`${each}/${name}`) !== null);
  if (of.activity.kind === 'zombie' || path === undefined) return null;
  const whole = name.includes('/') ? path : `${path}/${name}`;
  return files.get(whole) === null ? null : files.real(whole);
}

function searchPath(env: Readonly<Record<string, string>>): readonly string[] {
  return (env['PATH'] ?? '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin').split(':');
}

/** /proc of a running container as the process `self` sees it. */
export function procFiles(
  state: Sandbox,
  container: Container,
  processes: readonly Process[],
  accounts: RootFiles,
  { name, kernel, cpus, memory }: HostData,
  self: number,
): MergedFiles {
  const { total, free, available, buffers, cached } = memoryFigures(memory);
  const figures = {
    MemTotal: total,
    MemFree: free,
    MemAvailable: available,
    Buffers: buffers,
    Cached: cached,
    SwapTotal: 0,
    SwapFree: 0,
  };
  const mounted = text(mountTable(state, container, memory));
  const files: Record<string, FileEntry> = {
    '/proc/cpuinfo': text(
      Array.from(
        { length: cpus.count },
        (_, cpu) =>
          `processor\t: ${cpu}\nvendor_id\t: ${cpus.vendor}\nmodel name\t: ${cpus.model}\ncpu MHz\t\t: 2199.998\ncpu cores\t: ${cpus.count}\n\n`,
      ).join(''),
    ),
    '/proc/loadavg': text('0.08 0.03 0.01 1/212 42\n'),
    '/proc/meminfo': text(
      Object.entries(figures)
        .map(([label, number]) => `${`${label}:`.padEnd(16)}${String(number).padStart(8)} kB\n`)
        .join(''),
    ),
    '/proc/mounts': link('self/mounts'),
    '/proc/self': link(String(self)),
    '/proc/uptime': text('86400.00 172000.00\n'),
    '/proc/version': text(`Linux version ${kernel.release} (build@${name}) ${kernel.build}\n`),
    '/proc/sys/kernel/hostname': text(
      `${container.config.Hostname || container.id.slice(0, 12)}\n`,
    ),
    '/proc/sys/kernel/ostype': text('Linux\n'),
    '/proc/sys/kernel/osrelease': text(`${kernel.release}\n`),
    '/proc/sys/net/core/somaxconn': text('4096\n'),
    '/proc/sys/net/ipv4/ip_forward': text('1\n'),
  };
  const sysctls = (container.hostConfig['Sysctls'] ?? {}) as Readonly<Record<string, string>>;
  for (const [name, value] of Object.entries(sysctls))
    files[`/proc/sys/${name.replaceAll('.', '/')}`] = text(`${value}\n`, 0o644);
  for (const process of processTree(processes))
    Object.assign(files, processFiles(container, accounts, process, mounted));
  return mergeLayers([files]);
}

/** /sys of a running container: its network cards and the limits of its control group. */
export function sysFiles(container: Container, cards: readonly Card[]): MergedFiles {
  const { Memory: memory = 0, NanoCpus: cpus = 0, PidsLimit: pids } = container.hostConfig;
  const given = (key: string, usual: number): number => Number(container.hostConfig[key] || usual);
  const own = cards.flatMap(({ name, mac, mtu }) => [
    [`/sys/class/net/${name}/address`, text(`${mac}\n`)],
    [`/sys/class/net/${name}/mtu`, text(`${mtu}\n`)],
  ]);
  const limit = memory > 0 ? memory : 9_223_372_036_854_771_712n;
  return mergeLayers([
    {
      '/sys/class/net/lo/address': text('00:00:00:00:00:00\n'),
      '/sys/class/net/lo/mtu': text('65536\n'),
      ...Object.fromEntries(own),
      '/sys/fs/cgroup/cpu/cpu.cfs_period_us': text(`${given('CpuPeriod', 100_000)}\n`),
      '/sys/fs/cgroup/cpu/cpu.cfs_quota_us': text(
        `${cpus > 0 ? cpus / 10_000 : given('CpuQuota', -1)}\n`,
      ),
      '/sys/fs/cgroup/cpu/cpu.shares': text(`${given('CpuShares', 1024)}\n`),
      '/sys/fs/cgroup/memory/memory.limit_in_bytes': text(`${limit}\n`),
      '/sys/fs/cgroup/pids/pids.max': text(
        typeof pids === 'number' && pids > 0 ? `${pids}\n` : 'max\n',
      ),
    },
  ]);
}
