import { usageOf } from '../container/usage';
import { endpointsOf } from '../network/endpoints';
import type { Container } from '../state';
import { formatTimeOrNever } from '../time';
import type { Turn } from '../turn';

const NEVER = '0001-01-01T00:00:00Z';

/**
 * `GET /containers/{id}/stats?stream=false` for Linux. A container that does not run gives zeros, as Docker does. `cpu_stats` and `precpu_stats` are a
 * second apart: the difference is what `docker stats` turns into CPU %; a frozen container's does not grow.
 */
export function statsJson(turn: Turn, container: Container): Readonly<Record<string, unknown>> {
  const { state, id, name } = container;
  const { memory: hostMemory, cpus } = turn.world.catalogue.host;
  const usage = usageOf(turn, container);
  const up = state.kind === 'running' || state.kind === 'paused';
  const limit = container.hostConfig.Memory || hostMemory;
  const before = up ? 20_000_000 : 0;
  const cpu = (total: number): Readonly<Record<string, unknown>> => ({
    cpu_usage: {
      total_usage: total,
      usage_in_kernelmode: Math.floor(total / 4),
      usage_in_usermode: Math.floor((total * 3) / 4),
    },
    ...(up
      ? {
          system_cpu_usage: 1_000_000_000_000 + (total === before ? 0 : cpus.count * 1_000_000_000),
          online_cpus: cpus.count,
        }
      : {}),
    throttling_data: { periods: 0, throttled_periods: 0, throttled_time: 0 },
  });
  return {
    name: `/${name}`,
    id,
    read: up ? formatTimeOrNever(turn.state.now) : NEVER,
    preread: up ? formatTimeOrNever(turn.state.now - 1000) : NEVER,
    pids_stats: up ? { current: usage.processes } : {},
    blkio_stats: { io_service_bytes_recursive: up ? [] : null },
    num_procs: 0,
    storage_stats: {},
    cpu_stats: cpu(before + (usage.scheduled ? 200_000 : 0)),
    precpu_stats: cpu(before),
    memory_stats: usage.memory > 0 ? { usage: usage.memory, stats: {}, limit } : {},
    ...(endpointsOf(container).some((endpoint) => endpoint.address !== '')
      ? {
          networks: {
            eth0: {
              rx_bytes: 876,
              rx_packets: 10,
              rx_errors: 0,
              rx_dropped: 0,
              tx_bytes: 126,
              tx_packets: 3,
              tx_errors: 0,
              tx_dropped: 0,
            },
          },
        }
      : {}),
  };
}
