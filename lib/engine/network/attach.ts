import { putOwn } from '../../kernel/put-own';
import { freeAddress } from '../container/holdings';
import { findContainer } from '../container/find';
import type { EndpointSettings } from '../docker-json';
import { EngineError, refuse } from '../errors';
import type { Container, Endpoint, Sandbox } from '../state';
import { emit, makeId, type Turn } from '../turn';
import { takeAddressOf } from './address-pools';
import { makeMac, networkId } from './bridge';
import { askedNetwork, endpointsOf, requestedNetworks } from './endpoints';
import { findNetwork } from './find-network';
import { verifyLinked } from './links';
import { isContainerMode, isUserDefined, networkNameOf, type Network } from './network';
import { verifyBeside } from './verify-beside';
import { endpointError } from './verify-endpoint';

/** What a container that starts is given by its networks. */
export interface Attachment {
  /** On the default bridge; `''` when it is not there. */
  readonly address: string;
  readonly endpoints: readonly Endpoint[];
  readonly networks: Container['networks'];
  /** The name that it takes over from the container whose network it shares; null: its own. */
  readonly hostname: string | null;
  /** The address at which its published ports are reached; null when nothing is published. */
  readonly publishes: string | null;
}

const noEndpoints: readonly Endpoint[] = [];

/** Is the address of a network taken? */
function isTaken({ holdings }: Sandbox, network: Network, address: string): boolean {
  return holdings.members.has(`${network.id}/${address}`);
}

/** A container's end of a network that somebody made. Refuses an address that is taken or not to be had. */
export function makeEndpoint(turn: Turn, network: Network, settings: EndpointSettings): Endpoint {
  const { state } = turn;
  const asked = settings.IPAMConfig ?? {};
  const taken = (address: string): boolean => isTaken(state, network, address);
  const four = network.ipv4 ? takeAddressOf(network, 32, asked.IPv4Address ?? '', taken) : null;
  const six = network.ipv6 ? takeAddressOf(network, 128, asked.IPv6Address ?? '', taken) : null;
  const id = makeId(turn, 'endpoint');
  const mac = settings.MacAddress ?? '';
  return {
    network: network.id,
    name: network.name,
    id,
    address: four?.address ?? '',
    bits: four?.bits ?? 0,
    address6: six?.address ?? '',
    bits6: six?.bits ?? 0,
    mac: mac === '' ? makeMac(id) : mac.toLowerCase(),
  };
}

/** May ports be published on a network? Not on one that the host is kept out of. */
export function publishesPorts({ driver, internal }: Network): boolean {
  return driver === 'bridge' && !internal;
}

/**
 * Joins a container that starts to its networks. The common one, on the default bridge with nothing asked, costs one look-up. Refusals begin as Docker's do:
 * `failed to set up container networking: `.
 */
export function attachNetworks(turn: Turn, container: Container): Attachment {
  const mode = networkNameOf(container.hostConfig.NetworkMode);
  const links = container.hostConfig['Links'];
  if (Array.isArray(links) && links.length > 0) verifyLinked(turn.state, container);
  if (container.networks === null && mode === 'bridge') {
    const address = freeAddress(turn.state.holdings);
    return { address, endpoints: noEndpoints, networks: null, hostname: null, publishes: address };
  }
  if (isContainerMode(mode)) {
    const owner = verifyOwner(turn, container, mode.slice('container:'.length));
    const hostname = owner.config.Hostname ?? '';
    return { address: '', endpoints: noEndpoints, networks: null, hostname, publishes: null };
  }
  try {
    return attachAll(turn, container, mode);
  } catch (failure) {
    if (!(failure instanceof EngineError)) throw failure;
    const message = `failed to set up container networking: ${failure.message}`;
    throw new EngineError(failure.kind, message);
  }
}

function attachAll(turn: Turn, container: Container, mode: string): Attachment {
  let address = '';
  let publishes: string | null = null;
  const endpoints: Endpoint[] = [];
  const networks: Record<string, EndpointSettings> = {};
  const asked = requestedNetworks(container);
  const first = asked.filter(([name]) => name === mode);
  for (const [name, settings] of [...first, ...asked.filter((each) => !first.includes(each))]) {
    const network = askedNetwork(turn.state, name, settings);
    if (network === null)
      return refuse('not-found', `network ${settings.NetworkID ?? name} not found`);
    verifyBeside(mode, network, Object.keys(networks));
    if (!isUserDefined(network.name)) {
      if (network.name === 'bridge') address = publishes = freeAddress(turn.state.holdings);
      putOwn(networks, network.name, settings);
      continue;
    }
    const error = endpointError(network, network.name, settings);
    if (error !== null) refuse('invalid-parameter', error);
    if (network.configOnly)
      refuse('forbidden', 'cannot create endpoint on configuration-only network');
    const endpoint = makeEndpoint(turn, network, settings);
    endpoints.push(endpoint);
    if (publishesPorts(network)) publishes ??= endpoint.address;
    putOwn(networks, network.name, { ...settings, NetworkID: network.id });
  }
  return {
    address,
    endpoints,
    networks: container.networks && networks,
    hostname: null,
    publishes,
  };
}

/** The container whose network is to be shared must run (moby daemon getNetworkedContainer). */
function verifyOwner(turn: Turn, container: Container, word: string): Container {
  const owner = findContainer(turn.state, word);
  if (owner === null)
    return refuse('internal', `joining network namespace of container: No such container: ${word}`);
  if (owner.id === container.id) refuse('internal', 'cannot join own network namespace');
  const { kind } = owner.state;
  if (kind === 'restarting')
    refuse(
      'conflict',
      `cannot join network namespace of container: Container ${word} is restarting, wait until the container is running`,
    );
  if (kind !== 'running' && kind !== 'paused')
    refuse(
      'conflict',
      `cannot join network namespace of a non running container: container ${owner.name} is ${kind}`,
    );
  return owner;
}

/** Tells that a container has come onto its networks, or left them. */
export function emitNetworks(
  turn: Turn,
  action: 'connect' | 'disconnect',
  container: Container,
): void {
  if (container.networks === null && networkNameOf(container.hostConfig.NetworkMode) === 'bridge')
    return emit(turn, 'network', action, networkId('bridge'), {
      container: container.id,
      name: 'bridge',
      type: 'bridge',
    });
  for (const { network, name } of endpointsOf(container)) {
    const type = findNetwork(turn.state, network)?.driver ?? 'bridge';
    emit(turn, 'network', action, network, { container: container.id, name, type });
  }
}
