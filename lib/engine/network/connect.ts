import { own } from '../../kernel/own';
import { getContainer } from '../container/find';
import { freeAddress } from '../container/holdings';
import type { EndpointSettings } from '../docker-json';
import { refuse } from '../errors';
import type { Container, ContainerState, Running } from '../state';
import { emit, putContainer, type Turn } from '../turn';
import { makeEndpoint, publishesPorts } from './attach';
import { endpointsOf, requestedNetworks, runOf } from './endpoints';
import { findNetwork } from './find-network';
import { isContainerMode, type Network } from './network';
import { publishPorts } from './ports';
import { endpointError } from './verify-endpoint';
import { SHARED, verifyBeside } from './verify-beside';

/** `POST /networks/{id}/connect` (moby daemon/container_operations.go ConnectToNetwork). A container that does not run only notes it, an unknown network too. */
export function connectContainer(
  turn: Turn,
  word: string,
  containerWord: string,
  settings: EndpointSettings,
): void {
  const container = getContainer(turn.state, containerWord);
  const network = findNetwork(turn.state, word);
  const run = runOf(container);
  const asked = Object.fromEntries(requestedNetworks(container));
  if (run === null) {
    if (network !== null) verify(container, network, settings);
    const name = network?.name ?? word;
    const networks = network !== null && own(asked, name) ? asked : { ...asked, [name]: settings };
    putContainer(turn, { ...container, networks });
    return;
  }
  if (isContainerMode(container.hostConfig.NetworkMode ?? '')) refuse('invalid-parameter', SHARED);
  if (network === null) return refuse('not-found', `network ${word} not found`);
  verify(container, network, settings);
  if (network.configOnly)
    refuse('forbidden', 'cannot create endpoint on configuration-only network');
  if (endpointsOf(container).some(({ name }) => name === network.name))
    refuse(
      'forbidden',
      `endpoint with name ${container.name} already exists in network ${network.name}`,
    );
  const noted = network.name === 'bridge' ? settings : { ...settings, NetworkID: network.id };
  const networks = { ...asked, [network.name]: noted };
  const joined = joinedRun(turn, { ...container, networks }, run, network, noted);
  putContainer(turn, { ...container, networks, state: withRun(container.state, joined) });
  emit(turn, 'network', 'connect', network.id, {
    container: container.id,
    name: network.name,
    type: network.driver,
  });
}

/** What may not be: an address out of reach, the host's network, a second network beside `none`. */
function verify(container: Container, network: Network, settings: EndpointSettings): void {
  const error = endpointError(network, network.name, settings);
  if (error !== null) refuse('invalid-parameter', error);
  const others = requestedNetworks(container).map(([name]) => name);
  verifyBeside(container.hostConfig.NetworkMode, network, others);
}

function joinedRun(
  turn: Turn,
  container: Container,
  run: Running,
  network: Network,
  settings: EndpointSettings,
): Running {
  const onBridge = network.name === 'bridge';
  const address = onBridge ? freeAddress(turn.state.holdings) : run.address;
  const endpoint = onBridge ? null : makeEndpoint(turn, network, settings);
  const endpoints = endpoint === null ? run.endpoints : [...run.endpoints, endpoint];
  const own = endpoint?.address ?? address;
  const ports =
    Object.keys(run.ports).length === 0 && publishesPorts(network)
      ? publishPorts(turn, container, own)
      : run.ports;
  return { ...run, address, endpoints, ports };
}

/** A running or paused state with another run. */
export function withRun(state: ContainerState, run: Running): ContainerState {
  return state.kind === 'running' || state.kind === 'paused' ? { ...state, run } : state;
}
