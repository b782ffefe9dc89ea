import { PLATFORM } from '../image/platform';
import { containersOf } from './list';
import { refuse } from '../errors';
import type { ContainerConfig, EndpointSettings, HostConfig } from '../docker-json';
import { getImage } from '../image/find';
import type { Container } from '../state';
import { change, emitContainer, makeId, putContainer, type Turn } from '../turn';
import { isContainerMode } from '../network/network';
import { verifyLinks } from '../network/links';
import { requestedAtCreation, verifyNetworkMode } from '../network/verify-mode';
import { mergeConfig, verifySettings } from './config';
import { findContainer } from './find';
import { makeMounts } from './mounts';
import { checkName, makeName } from './names';
import { verifySecurity } from './security';
import { makeWorkingFolder } from './working-folder';

const noNetworks: Readonly<Record<string, EndpointSettings>> = {};

const neverStarted: Container['state'] = {
  kind: 'created',
  last: { startedAt: null, finishedAt: null, exitCode: 0, error: '' },
};

/** What `docker create` asks for. `name` is null when Docker is to make one up. */
export interface CreateOrder {
  readonly name: string | null;
  readonly config: ContainerConfig;
  readonly hostConfig: HostConfig;
  /** `linux/arm64`: refused, every image here is made for linux/amd64. Null or left out: any. */
  readonly platform?: string | null;
  /** What is asked on each network, by name. */
  readonly networks?: Readonly<Record<string, EndpointSettings>>;
}

/** Makes a container from an image: its name, its configuration and its mounts; no process. Returns it. */
export function createContainer(turn: Turn, order: CreateOrder): Container {
  const { config } = order;
  const hostConfig = sharedById(turn, order.hostConfig);
  verifyNetworkMode(config, hostConfig);
  verifySettings(config, hostConfig, turn.world.catalogue.host);
  const image = getImage(turn, config.Image);
  const networks = requestedAtCreation(turn, hostConfig, order.networks ?? noNetworks);
  const { platform = null } = order;
  if (platform !== null && platform !== PLATFORM)
    refuse(
      'not-found',
      `image with reference ${config.Image} was found but its platform (${PLATFORM}) does not match the specified platform (${platform})`,
    );
  const merged = mergeConfig(config, image.config, turn.world.rules);
  if (!merged.Entrypoint?.length && !merged.Cmd?.length)
    refuse('invalid-parameter', 'no command specified');
  const resumed = resumable(turn, order, image.id);
  if (resumed) return resumed;
  const name = order.name === null ? makeName(turn) : withoutSlash(order.name);
  checkName(turn, name, order.name ?? name);
  verifySecurity(hostConfig['SecurityOpt']);
  verifyLinks(turn.state, hostConfig);
  verifyJoined(turn.state, hostConfig);
  verifyStorage(hostConfig['StorageOpt']);
  const id = makeId(turn, 'container');
  const mounts = makeMounts(turn, image, merged, hostConfig);
  merged.Hostname ||=
    hostConfig.NetworkMode === 'host' || hostConfig['UTSMode'] === 'host'
      ? turn.world.catalogue.host.name
      : id.slice(0, 12);
  const container: Container = {
    id,
    name,
    created: turn.state.now,
    ordinal: turn.state.made,
    image: image.id,
    config: merged,
    hostConfig,
    mounts,
    state: neverStarted,
    restartCount: 0,
    stoppedByHand: false,
    backoff: 0,
    networks,
    health: null,
  };
  const state = change(turn);
  state.made++;
  state.names = state.names.set(name, id);
  putContainer(turn, container);
  makeWorkingFolder(turn, container, false);
  emitContainer(turn, 'create', container);
  return container;
}

/** The containers of `--pid container:NAME` and `--ipc container:NAME` have to be there (moby daemon/create.go generateSecurityOpt). */
function verifyJoined(state: Turn['state'], host: HostConfig): void {
  for (const mode of [host['IpcMode'], host['PidMode']]) {
    if (typeof mode !== 'string' || !isContainerMode(mode)) continue;
    const name = mode.slice('container:'.length);
    if (!findContainer(state, name)) refuse('invalid-parameter', `No such container: ${name}`);
  }
}

/** `--storage-opt`: the storage driver vfs knows the size alone, and only on file systems with quotas (moby daemon/graphdriver/vfs CreateReadWrite). */
function verifyStorage(options: unknown): void {
  for (const name of Object.keys(options ?? {}).sort())
    if (name === 'size')
      refuse('internal', 'Filesystem does not support, or has not enabled quotas');
    else refuse('invalid-parameter', `Storage opt ${name} not supported`);
}

function withoutSlash(name: string): string {
  return name.startsWith('/') ? name.slice(1) : name;
}

/** `container:NAME` is kept by the container's id, which a new name does not change (moby adaptSharedNamespaceContainer). */
function sharedById(turn: Turn, hostConfig: HostConfig): HostConfig {
  const shared: Record<string, string> = {};
  for (const space of ['NetworkMode', 'IpcMode', 'PidMode']) {
    const mode = hostConfig[space];
    if (typeof mode !== 'string' || !isContainerMode(mode)) continue;
    const owner = findContainer(turn.state, mode.slice('container:'.length));
    if (owner) shared[space] = `container:${owner.id}`;
  }
  return Object.keys(shared).length === 0 ? hostConfig : { ...hostConfig, ...shared };
}

/** The container that is taken up again where the rules say that `run` makes no new one: of this name, or else the last one of this image. */
function resumable(turn: Turn, order: CreateOrder, imageId: string): Container | null {
  const { containers, names } = turn.state;
  const { rules } = turn.world;
  if (order.name !== null) {
    const named = containers.get(names.get(order.name) ?? '');
    return named?.image === imageId && !rules.runMakesNewContainer() ? named : null;
  }
  if (containers.size === 0 || rules.runMakesNewContainer()) return null;
  return (
    containersOf(turn.state)
      .filter(({ image, state }) => image === imageId && state.kind !== 'running')
      .at(-1) ?? null
  );
}
