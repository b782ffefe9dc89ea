import 'server-only';
import type { Container, Mount, Running } from '@/lib/engine';
import type { Row } from './stored-text';

type State = Container['state'];
type Endpoint = Running['endpoints'][number];

/** What only lives as long as a run, on the container's row. */
interface StoredRun {
  readonly processes: Running['processes'];
  readonly lastPid?: Running['lastPid'];
  readonly joined?: Running['joined'];
  /** The container's ports in order: does it publish them, or only expose them? */
  readonly ports: Readonly<Record<string, boolean>>;
  readonly ending?: Running['ending'];
  readonly signals?: readonly string[];
}

/** What there is of a container in all tables but those of its files and logs. */
export interface ContainerRows {
  readonly sandbox_containers: readonly Row[];
  readonly sandbox_ports: readonly Row[];
  readonly sandbox_mounts: readonly Row[];
  readonly sandbox_endpoints: readonly Row[];
}

const noRows: ContainerRows = {
  sandbox_containers: [],
  sandbox_ports: [],
  sandbox_mounts: [],
  sandbox_endpoints: [],
};

function runOf(state: State): Running | null {
  return state.kind === 'running' || state.kind === 'paused' ? state.run : null;
}

export function containerRows(container: Container | undefined): ContainerRows {
  if (!container) return noRows;
  const { id, state } = container;
  const run = runOf(state);
  return {
    sandbox_containers: [containerRow(container)],
    sandbox_ports: run ? portRows(id, run) : [],
    sandbox_mounts: container.mounts.map((mount, position) => mountRow(id, position, mount)),
    sandbox_endpoints: run
      ? run.endpoints.map((endpoint, position) => endpointRow(id, position, endpoint))
      : [],
  };
}

function containerRow(container: Container): Row {
  return {
    id: container.id,
    name: container.name,
    ordinal: container.ordinal,
    created: container.created,
    image_id: container.image,
    state: container.state.kind,
    restart_count: container.restartCount,
    stopped_by_hand: container.stoppedByHand,
    backoff: container.backoff,
    config: container.config,
    host_config: container.hostConfig,
    networks: container.networks,
    health: container.health,
    ...stateColumns(container.state),
  };
}

function stateColumns(state: State): Row {
  if (state.kind === 'running' || state.kind === 'paused') {
    const { startedAt, finishedAt, address, processes, lastPid, joined, ports, ending } = state.run;
    const run: StoredRun = {
      processes,
      ...(lastPid !== undefined && { lastPid }),
      ...(joined && { joined }),
      ports: Object.fromEntries(Object.entries(ports).map(([port, list]) => [port, list !== null])),
      ...(ending && { ending }),
      ...(state.kind === 'paused' && { signals: state.signals }),
    };
    return {
      started_at: startedAt,
      finished_at: finishedAt,
      exit_code: null,
      error: null,
      oom_killed: null,
      restart_at: null,
      address,
      run,
    };
  }
  const { startedAt, finishedAt, exitCode, error, oomKilled } = state.last;
  return {
    started_at: startedAt,
    finished_at: finishedAt,
    exit_code: exitCode,
    error,
    oom_killed: oomKilled ?? null,
    restart_at: state.kind === 'restarting' ? state.nextAt : null,
    address: null,
    run: null,
  };
}

function portRows(container: string, { ports }: Running): Row[] {
  return Object.entries(ports).flatMap(([port, bindings]) =>
    (bindings ?? []).map(({ HostIp, HostPort }, position) => ({
      container_id: container,
      container_port: port,
      position,
      host_ip: HostIp,
      host_port: Number(HostPort),
      protocol: port.split('/')[1] ?? 'tcp',
    })),
  );
}

function mountRow(container: string, position: number, mount: Mount): Row {
  const isTmpfs = mount.kind === 'tmpfs';
  return {
    container_id: container,
    position,
    kind: mount.kind,
    path: mount.path,
    volume_name: mount.kind === 'volume' ? mount.name : null,
    source: mount.kind === 'bind' ? mount.source : null,
    readonly: isTmpfs ? null : mount.readonly,
    anonymous: mount.kind === 'volume' ? mount.anonymous : null,
    options: isTmpfs ? mount.options : null,
    listed: isTmpfs ? mount.listed : null,
  };
}

function endpointRow(container: string, position: number, endpoint: Endpoint): Row {
  const { network, ...rest } = endpoint;
  return { container_id: container, position, network_id: network, ...rest };
}

/** The rows of the other tables that belong to one container, in order. */
export interface RowsOfContainer {
  readonly ports: readonly Row[];
  readonly mounts: readonly Row[];
  readonly endpoints: readonly Row[];
}

/** The container that `containerRows` was given. The rows come from there, so that they are not checked again. */
export function containerOf(row: Row, own: RowsOfContainer): Container {
  return {
    id: row['id'] as string,
    name: row['name'] as string,
    created: row['created'] as number,
    ordinal: row['ordinal'] as number,
    image: row['image_id'] as string,
    config: row['config'] as Container['config'],
    hostConfig: row['host_config'] as Container['hostConfig'],
    mounts: own.mounts.map(mountOf),
    state: stateOf(row, own),
    restartCount: row['restart_count'] as number,
    stoppedByHand: row['stopped_by_hand'] as boolean,
    backoff: row['backoff'] as number,
    networks: row['networks'] as Container['networks'],
    health: row['health'] as Container['health'],
  };
}

function stateOf(row: Row, own: RowsOfContainer): State {
  const kind = row['state'] as State['kind'];
  if (kind === 'running' || kind === 'paused') {
    const { processes, lastPid, joined, ports, ending, signals = [] } = row['run'] as StoredRun;
    const run: Running = {
      startedAt: row['started_at'] as number,
      finishedAt: row['finished_at'] as number | null,
      processes,
      ...(lastPid !== undefined && { lastPid }),
      ...(joined && { joined }),
      address: row['address'] as string,
      endpoints: own.endpoints.map(endpointOf),
      ports: portsOf(ports, own.ports),
      ...(ending && { ending }),
    };
    return kind === 'running' ? { kind, run } : { kind, run, signals };
  }
  const oomKilled = row['oom_killed'] as boolean | null;
  const last = {
    startedAt: row['started_at'] as number | null,
    finishedAt: row['finished_at'] as number | null,
    exitCode: row['exit_code'] as number,
    error: row['error'] as string,
    ...(oomKilled !== null && { oomKilled }),
  };
  return kind === 'restarting'
    ? { kind, last, nextAt: row['restart_at'] as number }
    : { kind, last };
}

function portsOf(ports: StoredRun['ports'], rows: readonly Row[]): Running['ports'] {
  return Object.fromEntries(
    Object.entries(ports).map(([port, published]) => [
      port,
      published
        ? rows
            .filter((row) => row['container_port'] === port)
            .map((row) => ({
              HostIp: row['host_ip'] as string,
              HostPort: String(row['host_port']),
            }))
        : null,
    ]),
  );
}

function mountOf(row: Row): Mount {
  const kind = row['kind'] as Mount['kind'];
  const path = row['path'] as string;
  switch (kind) {
    case 'volume':
      return {
        kind,
        name: row['volume_name'] as string,
        path,
        readonly: row['readonly'] as boolean,
        anonymous: row['anonymous'] as boolean,
      };
    case 'bind':
      return {
        kind,
        source: row['source'] as string,
        path,
        readonly: row['readonly'] as boolean,
      };
    case 'tmpfs':
      return {
        kind,
        path,
        options: row['options'] as string,
        listed: row['listed'] as boolean,
      };
  }
}

function endpointOf(row: Row): Endpoint {
  return {
    network: row['network_id'] as string,
    name: row['name'] as string,
    id: row['id'] as string,
    address: row['address'] as string,
    bits: row['bits'] as number,
    address6: row['address6'] as string,
    bits6: row['bits6'] as number,
    mac: row['mac'] as string,
  };
}
