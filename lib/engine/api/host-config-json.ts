import { Latest } from '../../kernel/latest';
import { membersOf } from './read-json';
import type { HostConfig } from '../docker-json';

const MASKED = [
  '/proc/asound',
  '/proc/acpi',
  '/proc/interrupts',
  '/proc/kcore',
  '/proc/keys',
  '/proc/latency_stats',
  '/proc/timer_list',
  '/proc/timer_stats',
  '/proc/sched_debug',
  '/proc/scsi',
  '/sys/firmware',
  '/sys/devices/virtual/powercap',
];
const READ_ONLY = ['/proc/bus', '/proc/fs', '/proc/irq', '/proc/sys', '/proc/sysrq-trigger'];

/** The members in Docker's order with Docker's defaults; a member of `null` here may be given by the client. */
const defaults: Readonly<Record<string, unknown>> = {
  Binds: null,
  ContainerIDFile: '',
  LogConfig: { Type: 'json-file', Config: {} },
  NetworkMode: 'bridge',
  PortBindings: {},
  RestartPolicy: { Name: 'no', MaximumRetryCount: 0 },
  AutoRemove: false,
  VolumeDriver: '',
  VolumesFrom: null,
  ConsoleSize: [0, 0],
  CapAdd: null,
  CapDrop: null,
  CgroupnsMode: 'host',
  Dns: null,
  DnsOptions: null,
  DnsSearch: null,
  ExtraHosts: null,
  GroupAdd: null,
  IpcMode: 'private',
  Cgroup: '',
  Links: null,
  OomScoreAdj: 0,
  PidMode: '',
  Privileged: false,
  PublishAllPorts: false,
  ReadonlyRootfs: false,
  SecurityOpt: null,
  Tmpfs: undefined,
  UTSMode: '',
  UsernsMode: '',
  ShmSize: 67_108_864,
  Sysctls: undefined,
  Runtime: 'runc',
  Isolation: '',
  CpuShares: 0,
  Memory: 0,
  NanoCpus: 0,
  CgroupParent: '',
  BlkioWeight: 0,
  BlkioWeightDevice: null,
  BlkioDeviceReadBps: null,
  BlkioDeviceWriteBps: null,
  BlkioDeviceReadIOps: null,
  BlkioDeviceWriteIOps: null,
  CpuPeriod: 0,
  CpuQuota: 0,
  CpuRealtimePeriod: 0,
  CpuRealtimeRuntime: 0,
  CpusetCpus: '',
  CpusetMems: '',
  Devices: null,
  DeviceCgroupRules: null,
  DeviceRequests: null,
  MemoryReservation: 0,
  MemorySwap: 0,
  MemorySwappiness: null,
  OomKillDisable: false,
  PidsLimit: null,
  Ulimits: null,
  CpuCount: 0,
  CpuPercent: 0,
  IOMaximumIOps: 0,
  IOMaximumBandwidth: 0,
  Mounts: undefined,
  MaskedPaths: MASKED,
  ReadonlyPaths: READ_ONLY,
  Init: undefined,
};

/** Members whose zero value a client sends when it leaves them to the engine. */
const EMPTY_IS_DEFAULT: ReadonlySet<string> = new Set([
  'CgroupnsMode',
  'IpcMode',
  'ShmSize',
  'Runtime',
  'OomKillDisable',
  'MaskedPaths',
  'ReadonlyPaths',
  'PidsLimit',
]);

const MOUNT_MEMBERS =
  'Type Source Target ReadOnly Consistency BindOptions VolumeOptions ImageOptions TmpfsOptions';

/** A mount as Go writes it: its members in their order, those that are empty left out. */
function mountInOrder(mount: unknown): Readonly<Record<string, unknown>> {
  const given = membersOf(mount);
  const names = MOUNT_MEMBERS.split(' ').filter((name) => Boolean(given[name]));
  return Object.fromEntries(names.map((name) => [name, given[name]]));
}

const members = Object.entries(defaults);
/** The members that are always there, and the names of those that are there when they are given. */
const usual = Object.fromEntries(members.filter(([, value]) => value !== undefined));
const unusual = members.flatMap(([name, value]) => (value === undefined ? [name] : []));

/** The members of one container with their defaults, in Docker's order. */
function membersWith(given: (name: string) => boolean): Record<string, unknown> {
  if (!unusual.some(given)) return { ...usual };
  return Object.fromEntries(members.filter(([name]) => name in usual || given(name)));
}

const whole = new Latest<HostConfig, Readonly<Record<string, unknown>>>();

/** The whole `HostConfig` of an inspected container, which is the same from its creation to the next update. */
export function hostConfigJson(own: HostConfig): Readonly<Record<string, unknown>> {
  const known = whole.get(own);
  if (known !== undefined) return known;
  const json = wholeOf(own);
  whole.set(own, json);
  return json;
}

function wholeOf(own: HostConfig): Readonly<Record<string, unknown>> {
  const json = membersWith((name) =>
    name === 'Tmpfs' ? Object.keys(own.Tmpfs ?? {}).length > 0 : own[name] !== undefined,
  );
  for (const name in json) {
    const given = own[name];
    if (given !== undefined && !(EMPTY_IS_DEFAULT.has(name) && !given)) json[name] = given;
  }
  if (['default', ''].includes(own.NetworkMode ?? 'default')) json['NetworkMode'] = 'bridge';
  if (own.RestartPolicy?.Name === '') json['RestartPolicy'] = defaults['RestartPolicy'];
  if (Array.isArray(json['Mounts'])) json['Mounts'] = json['Mounts'].map(mountInOrder);
  if (json['MemorySwappiness'] === -1) json['MemorySwappiness'] = null;
  const log = own['LogConfig'] as { readonly Type?: string } | undefined;
  if (log && (log.Type ?? '') === '') json['LogConfig'] = { ...log, Type: 'json-file' };
  if ((own.Binds ?? []).length === 0) json['Binds'] = null;
  if ((own.Memory ?? 0) > 0 && (own.MemorySwap ?? 0) === 0)
    json['MemorySwap'] = (own.Memory ?? 0) * 2;
  return json;
}
