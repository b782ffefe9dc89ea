import { refuse } from '../errors';
import { change, emit, makeId, type Turn } from '../turn';
import { bridgeError, bridgeOptionError } from './bridge-options';
import { choosePool, claimPool } from './address-pools';
import { findNetwork, getNetwork } from './find-network';
import { PREDEFINED, type AddressPool, type Network } from './network';
import { poolsError } from './verify-pools';

/** What `docker network create` asks for. */
export interface NetworkOrder {
  readonly name: string;
  readonly driver: string;
  readonly scope: string;
  readonly internal: boolean;
  readonly attachable: boolean;
  readonly ingress: boolean;
  readonly ipv4: boolean;
  readonly ipv6: boolean;
  /** The blocks asked for, in order. */
  readonly pools: readonly AddressPool[];
  readonly ipamDriver: string;
  readonly ipamOptions: Readonly<Record<string, string>> | null;
  readonly options: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly configOnly: boolean;
  readonly configFrom: string;
}

/** Drivers that give containers an interface and an address. */
const DRIVERS: readonly string[] = ['bridge', 'macvlan', 'ipvlan'];

/** Makes a network with its addresses; returns it (moby daemon/network.go createNetwork, libnetwork/controller.go NewNetwork). */
export function createNetwork(turn: Turn, order: NetworkOrder): Network {
  const { name } = order;
  const driver = order.driver === '' ? 'bridge' : order.driver;
  if (PREDEFINED.includes(name))
    refuse('forbidden', `operation is not permitted on predefined ${name} network`);
  if (driver === 'overlay')
    refuse(
      'forbidden',
      'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.',
    );
  const wrong = poolsError(order.pools, order.ipv6);
  if (wrong !== null) refuse('invalid-parameter', wrong);
  if (name.trim() === '') refuse('invalid-parameter', 'invalid name: name is empty');
  if (turn.state.networks.values().some((other) => other.name === name))
    refuse('conflict', `network with name ${name} already exists`);
  verifyConfiguration(turn, order);
  if (!order.configOnly) verifyDriver(driver, order);
  const base = configured(turn, order);
  const network: Network = {
    id: makeId(turn, 'network'),
    name,
    created: turn.state.now,
    driver: order.configOnly ? 'null' : driver,
    internal: base.internal,
    attachable: base.attachable,
    ipv4: base.ipv4,
    ipv6: base.ipv6,
    pools: order.configOnly ? base.pools : allocate(turn, base),
    ipamDriver: base.ipamDriver,
    ipamOptions: base.ipamOptions,
    options: base.options,
    labels: base.labels,
    configOnly: order.configOnly,
    configFrom: order.configFrom,
  };
  const conflict =
    network.driver === 'bridge' ? bridgeError(network, turn.state.networks.values()) : null;
  if (conflict !== null) refuse('forbidden', conflict);
  const state = change(turn);
  state.networks = state.networks.set(network.id, network);
  emit(turn, 'network', 'create', network.id, { name, type: network.driver });
  return network;
}

/** What a network that holds or borrows a configuration may not have (libnetwork/network.go validateConfiguration). */
function verifyConfiguration(turn: Turn, order: NetworkOrder): void {
  const { configOnly, configFrom } = order;
  if (configOnly && (order.internal || order.attachable || order.ingress))
    refuse(
      'forbidden',
      'configuration network can only contain network specific fields. Network operator fields like [ ingress | internal | attachable | scope ] are not supported.',
    );
  if (configFrom === '') return;
  if (configOnly)
    refuse('forbidden', 'a configuration network cannot depend on another configuration network');
  const own = order.pools.length + Object.keys(order.options).length + Number(order.ipv6);
  if (own > 0)
    refuse(
      'forbidden',
      'user specified configurations are not supported if the network depends on a configuration network',
    );
  if (findNetwork(turn.state, configFrom)?.configOnly !== true)
    refuse('not-found', `configuration network ${JSON.stringify(configFrom)} does not exist`);
}

function verifyDriver(driver: string, order: NetworkOrder): void {
  if (driver === 'host' || driver === 'null')
    refuse('forbidden', `only one instance of ${JSON.stringify(driver)} network is allowed`);
  if (!DRIVERS.includes(driver)) refuse('not-found', `plugin ${JSON.stringify(driver)} not found`);
  if (order.ingress) refuse('forbidden', 'Ingress network can only be global scope network');
  if (order.scope === 'swarm')
    refuse('forbidden', 'cannot create a swarm scoped network when swarm is not active');
  if (driver === 'bridge') verifyBridge(order);
  if (!['', 'default', 'null'].includes(order.ipamDriver))
    refuse('not-found', `plugin ${JSON.stringify(order.ipamDriver)} not found`);
}

/** What the bridge driver does not take (libnetwork/drivers/bridge/bridge.go parseNetworkOptions, CreateNetwork). */
function verifyBridge({ ipv4, ipv6, options, pools }: NetworkOrder): void {
  if (!ipv4 && !ipv6) refuse('invalid-parameter', 'IPv4 or IPv6 must be enabled');
  const wrong = bridgeOptionError(options);
  if (wrong !== null) refuse('invalid-parameter', wrong);
  const six = pools.filter(isSix).length;
  if (six > 1 || pools.length - six > 1)
    refuse('forbidden', "bridge driver doesn't support multiple subnets");
}

const isSix = ({ subnet }: AddressPool): boolean => subnet.includes(':');

/** The order with what it takes from a configuration network. */
function configured(turn: Turn, order: NetworkOrder): NetworkOrder {
  if (order.configFrom === '') return order;
  const { pools, ipamDriver, ipamOptions, options, ipv4, ipv6, labels } = getNetwork(
    turn.state,
    order.configFrom,
  );
  const merged = { ...labels, ...order.labels };
  return { ...order, pools, ipamDriver, ipamOptions, options, ipv4, ipv6, labels: merged };
}

/** Claims the blocks asked for, and chooses one of each enabled kind that none was asked of. */
function allocate(turn: Turn, { pools, ipv4, ipv6 }: NetworkOrder): readonly AddressPool[] {
  const { state } = turn;
  const claimed: AddressPool[] = [];
  for (const width of [32, 128] as const) {
    const asked = pools.filter((pool) => isSix(pool) === (width === 128));
    const enabled = width === 32 ? ipv4 : ipv6;
    if (!enabled) claimed.push(...asked);
    else if (asked.length === 0) claimed.push(choosePool(state, width));
    else for (const pool of asked) claimed.push(claimPool(state, pool, claimed));
  }
  return claimed;
}
