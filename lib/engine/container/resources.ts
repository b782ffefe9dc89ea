import type { HostConfig } from '../docker-json';
import type { Container } from '../state';

const SMALLEST = 6 * 1024 * 1024;

/** A number in the host's side of a container; 0 where it is not given. */
function numberIn(host: HostConfig, name: string): number {
  const value = host[name];
  return typeof value === 'number' ? value : 0;
}

/** The highest processor or memory node that can be named (moby pkg/sysinfo isCpusetListAvailable). */
const HIGHEST = 8192;

/** The numbers of `0-2,7`, or what is wrong with the text (moby pkg/parsers parseUintList). */
export function setOf(text: string): readonly number[] | string {
  const numbers: number[] = [];
  for (const part of text.split(',')) {
    const span = /^(\d+)(?:-(\d+))?$/.exec(part);
    const [first, last] = [Number(span?.[1]), Number(span?.[2] ?? span?.[1])];
    if (!(last >= first)) return `invalid format: ${text}`;
    if (last > HIGHEST) return `value of out range, maximum is ${HIGHEST}`;
    for (let number = first; number <= last; number++) numbers.push(number);
  }
  return numbers;
}

/** Why no container can have such memory; null when one can. `update`: of one that exists. */
export function memoryError(host: HostConfig, update: boolean): string | null {
  const memory = numberIn(host, 'Memory');
  const swap = numberIn(host, 'MemorySwap');
  const reservation = numberIn(host, 'MemoryReservation');
  const swappiness = host['MemorySwappiness'];
  if (memory !== 0 && memory < SMALLEST) return 'Minimum memory limit allowed is 6MB';
  if (memory > 0 && swap > 0 && swap < memory)
    return 'Minimum memoryswap limit should be larger than memory limit, see usage';
  if (memory === 0 && swap > 0 && !update)
    return 'You should always set the Memory limit when using Memoryswap limit, see usage';
  if (typeof swappiness === 'number' && swappiness !== -1 && (swappiness < 0 || swappiness > 100))
    return `Invalid value: ${swappiness}, valid memory swappiness range is 0-100`;
  if (reservation > 0 && reservation < SMALLEST) return 'Minimum memory reservation allowed is 6MB';
  if (memory > 0 && reservation > 0 && memory < reservation)
    return 'Minimum memory limit can not be less than memory reservation limit, see usage';
  return null;
}

function processorError(host: HostConfig, count: number): string | null {
  const cpus = numberIn(host, 'NanoCpus');
  const period = numberIn(host, 'CpuPeriod');
  const quota = numberIn(host, 'CpuQuota');
  const shares = numberIn(host, 'CpuShares');
  if (shares < 0) return `invalid CPU shares (${shares}): value must be a positive integer`;
  if (cpus > 0 && period > 0)
    return 'Conflicting options: Nano CPUs and CPU Period cannot both be set';
  if (cpus > 0 && quota > 0)
    return 'Conflicting options: Nano CPUs and CPU Quota cannot both be set';
  if (cpus < 0 || cpus > count * 1e9)
    return `range of CPUs is from 0.01 to ${count}.00, as there are only ${count} CPUs available`;
  if (period !== 0 && (period < 1000 || period > 1_000_000))
    return 'CPU cfs period can not be less than 1ms (i.e. 1000) or larger than 1s (i.e. 1000000)';
  if (quota > 0 && quota < 1000) return 'CPU cfs quota can not be less than 1ms (i.e. 1000)';
  return null;
}

/** `--cpuset-cpus` and `--cpuset-mems`: processors of the machine, and its one block of memory. */
function setError(host: HostConfig, count: number): string | null {
  for (const [name, what, things, available, number] of [
    ['CpusetCpus', 'cpuset cpus', 'CPUs', count > 1 ? `0-${count - 1}` : '0', count],
    ['CpusetMems', 'cpuset mems', 'memory nodes', '0', 1],
  ] as const) {
    const text = host[name];
    if (typeof text !== 'string' || text === '') continue;
    const wanted = setOf(text);
    if (typeof wanted === 'string') return `Invalid value ${text} for ${what}: ${wanted}`;
    if (wanted.some((each) => each >= number))
      return `Requested ${things} are not available - requested ${text}, available: ${available}`;
  }
  return null;
}

const LEAST_SHARES = 2;
const MOST_SHARES = 262_144;

/** Microseconds of a processor in a tenth of a second, and the least that the kernel takes. */
const PERIOD = 100_000;
const LEAST_QUOTA = 1000;

/**
 * What the kernel or the runtime does not take when limits are written into the control groups of a container, in runc's words; null when it takes all.
 * `change`: the limits that are written; beside them hold those that the container has.
 */
export function cgroupError({ id, hostConfig }: Container, change: HostConfig): string | null {
  const shares = numberIn(change, 'CpuShares');
  if (shares !== 0 && shares < LEAST_SHARES)
    return `the minimum allowed cpu-shares is ${LEAST_SHARES}`;
  if (shares > MOST_SHARES) return `the maximum allowed cpu-shares is ${MOST_SHARES}`;
  const unwritten = (value: number, file: string): string =>
    `failed to write "${value}": write /sys/fs/cgroup/${file.split('.')[0] ?? ''}/docker/${id}/${file}: invalid argument`;
  const quota = Math.trunc((numberIn(change, 'NanoCpus') * PERIOD) / 1e9);
  if (quota > 0 && quota < LEAST_QUOTA) return unwritten(quota, 'cpu.cfs_quota_us');
  const memory = numberIn(change, 'Memory') || numberIn(hostConfig, 'Memory') || Infinity;
  const swap = numberIn(change, 'MemorySwap');
  return swap > 0 && swap < memory ? unwritten(swap, 'memory.memsw.limit_in_bytes') : null;
}

/** Memory and swap together that a container may take, in bytes: twice its memory where no swap is named. */
export function memoryLimit({ Memory: memory = 0, MemorySwap: swap = 0 }: HostConfig): number {
  if (memory <= 0 || swap < 0) return Infinity;
  return swap > 0 ? swap : memory * 2;
}

/** Why no container can have such resources; null when one can. `cpus`: how many processors the machine has; `update`: of one that exists (moby daemon/daemon_unix.go verifyPlatformContainerResources). */
export function resourceError(host: HostConfig, cpus: number, update: boolean): string | null {
  return memoryError(host, update) ?? processorError(host, cpus) ?? setError(host, cpus);
}
