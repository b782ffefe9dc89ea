import type { ParsedFlags } from '../flags';
import { parseBinarySize } from '../humanize';
import { checked, orNull, size } from './checked';
import { parseCpus } from './cpus';
import { cut } from './csv';
import { parseDevice } from './device';
import { parseGpus } from './gpus';
import { parseUlimit } from './ulimit';

type Json = Readonly<Record<string, unknown>>;

const rates = (flags: ParsedFlags, name: string): readonly Json[] =>
  flags.list(name).map((text) => {
    const [path, rate] = cut(text, ':');
    return { Path: path, Rate: checked(parseBinarySize(rate ?? '')) };
  });

/** The limits and devices of a container: what `HostConfig` shares with an update. */
export function resources(flags: ParsedFlags): Json {
  return {
    CpuShares: flags.number('cpu-shares'),
    Memory: size(flags, 'memory'),
    NanoCpus: parseCpus(flags.string('cpus') || '0'),
    CgroupParent: flags.string('cgroup-parent'),
    BlkioWeight: flags.number('blkio-weight'),
    BlkioWeightDevice: flags.list('blkio-weight-device').map((text) => {
      const [path, weight] = cut(text, ':');
      return { Path: path, Weight: Number(weight) };
    }),
    BlkioDeviceReadBps: rates(flags, 'device-read-bps'),
    BlkioDeviceWriteBps: rates(flags, 'device-write-bps'),
    BlkioDeviceReadIOps: rates(flags, 'device-read-iops'),
    BlkioDeviceWriteIOps: rates(flags, 'device-write-iops'),
    CpuPeriod: flags.number('cpu-period'),
    CpuQuota: flags.number('cpu-quota'),
    CpuRealtimePeriod: flags.number('cpu-rt-period'),
    CpuRealtimeRuntime: flags.number('cpu-rt-runtime'),
    CpusetCpus: flags.string('cpuset-cpus'),
    CpusetMems: flags.string('cpuset-mems'),
    Devices: flags.list('device').map(parseDevice),
    DeviceCgroupRules: orNull(flags.list('device-cgroup-rule')),
    DeviceRequests: flags.string('gpus') === '' ? null : [checked(parseGpus(flags.string('gpus')))],
    MemoryReservation: size(flags, 'memory-reservation'),
    MemorySwap: size(flags, 'memory-swap'),
    MemorySwappiness: flags.number('memory-swappiness'),
    OomKillDisable: flags.bool('oom-kill-disable'),
    PidsLimit: flags.number('pids-limit'),
    Ulimits: [
      ...new Map(
        flags
          .list('ulimit')
          .map((text) => checked(parseUlimit(text)))
          .map((limit) => [limit.Name, limit]),
      ).values(),
    ].sort((a, b) => (a.Name < b.Name ? -1 : 1)),
    CpuCount: 0,
    CpuPercent: 0,
    IOMaximumIOps: 0,
    IOMaximumBandwidth: 0,
  };
}
