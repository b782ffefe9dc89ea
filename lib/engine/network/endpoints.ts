import { own } from '../../kernel/own';
import type { EndpointSettings } from '../docker-json';
import type { Container, Endpoint, Running, Sandbox } from '../state';
import { makeMac, networkId } from './bridge';
import { findNetwork } from './find-network';
import { isContainerMode, networkNameOf, type Network } from './network';

const nothingAsked: EndpointSettings = {};

/** What a container is to be on: network name and what is asked there, by name. One in the network of another container is on none itself. */
export function requestedNetworks(
  container: Container,
): readonly (readonly [name: string, settings: EndpointSettings])[] {
  const { networks, hostConfig } = container;
  if (networks) return Object.entries(networks).sort(([a], [b]) => (a < b ? -1 : 1));
  const name = networkNameOf(hostConfig.NetworkMode);
  return isContainerMode(name) ? [] : [[name, nothingAsked]];
}

export function runOf({ state }: Container): Running | null {
  return state.kind === 'running' || state.kind === 'paused' ? state.run : null;
}

/** What a running or paused container has on its networks, by their names; empty for any other. */
export function endpointsOf(container: Container): readonly Endpoint[] {
  const run = runOf(container);
  if (run === null) return [];
  const own = new Map(run.endpoints.map((endpoint) => [endpoint.name, endpoint]));
  return requestedNetworks(container).flatMap(([name]) => {
    const known = own.get(name);
    if (known) return [known];
    if (name === 'bridge') return run.address === '' ? [] : [builtinEndpoint(container, run, name)];
    return name === 'host' || name === 'none' ? [builtinEndpoint(container, run, name)] : [];
  });
}

/** On a network that every host has: nothing but the address is kept of it, the rest follows from the container and its start. */
function builtinEndpoint(container: Container, run: Running, name: string): Endpoint {
  const id = networkId(`${container.id}/${run.startedAt}/${name}`);
  const onBridge = name === 'bridge';
  const asked = own(container.networks ?? {}, name)?.MacAddress ?? '';
  return {
    network: networkId(name),
    name,
    id,
    address: onBridge ? run.address : '',
    bits: onBridge ? 16 : 0,
    address6: '',
    bits6: 0,
    mac: onBridge ? (asked === '' ? makeMac(id) : asked.toLowerCase()) : '',
  };
}

/** The running and paused containers on a network, the oldest first. */
export function membersOf(state: Sandbox, network: Network): readonly Container[] {
  const ids = new Set<string>();
  if (network.driver === 'host' || network.driver === 'null') {
    for (const container of state.containers.values())
      if (endpointsOf(container).some(({ name }) => name === network.name)) ids.add(container.id);
  } else if (network.name === 'bridge') for (const [, id] of state.holdings.addresses) ids.add(id);
  else
    for (const [key, id] of state.holdings.members.from(`${network.id}/`)) {
      if (!key.startsWith(`${network.id}/`)) break;
      ids.add(id);
    }
  const containers = [...ids].flatMap((id) => state.containers.get(id) ?? []);
  return containers.sort((a, b) => a.ordinal - b.ordinal);
}

/** The names under which a container is found on a network that somebody made (moby daemon buildEndpointDNSNames). */
export function dnsNamesOf(container: Container, settings: EndpointSettings): readonly string[] {
  const { id, name, config } = container;
  const names = [name, ...(settings.Aliases ?? []), id.slice(0, 12), config.Hostname ?? ''];
  return [...new Set(names)].filter((each) => each !== '');
}

/** The container in whose network a container is: itself, or the one that `--network container:NAME` named. Null when that one is gone. */
export function networkOwner(state: Sandbox, container: Container): Container | null {
  let owner = container;
  for (let depth = 0; depth < 16; depth++) {
    const mode = owner.hostConfig.NetworkMode ?? '';
    if (!isContainerMode(mode)) return owner;
    const next = state.containers.get(mode.slice('container:'.length));
    if (!next) return null;
    owner = next;
  }
  return null;
}

/** A network that a container asks for: by its id once it has been on it, before that by the name. */
export function askedNetwork(
  state: Sandbox,
  name: string,
  settings: EndpointSettings,
): Network | null {
  return findNetwork(state, settings.NetworkID ?? name);
}
