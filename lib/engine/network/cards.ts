import { own } from '../../kernel/own';
import type { Container, Endpoint, Sandbox } from '../state';
import { endpointsOf, runOf } from './endpoints';
import { findNetwork } from './find-network';
import { networkNameOf } from './network';

/** A network card of a container, as the kernel shows it inside: `eth0` is the first that it was given. */
export interface Card {
  readonly name: string;
  readonly address: string;
  readonly bits: number;
  readonly mac: string;
  /** The longest packet that it sends, bytes. */
  readonly mtu: number;
  /** Where the network leads out; `''` for one that leads nowhere (`--internal`). */
  readonly gateway: string;
  /** Does what goes anywhere else go through this card? */
  readonly isDefault: boolean;
}

const USUAL_MTU = 1500;

/** The host's own card. */
export const HOST_CARD: Card = {
  name: 'eth0',
  address: '10.0.2.15',
  bits: 24,
  mac: '52:54:00:12:34:56',
  mtu: USUAL_MTU,
  gateway: '10.0.2.2',
  isDefault: true,
};

/** The endpoints of a running container in the order in which it was given them. */
export function endpointsAsJoined(container: Container): readonly Endpoint[] {
  const run = runOf(container);
  const first = networkNameOf(container.hostConfig.NetworkMode);
  const place = ({ name, id }: Endpoint): number => {
    const at = run?.endpoints.findIndex((other) => other.id === id) ?? -1;
    return name === first ? -1 : at < 0 ? Infinity : at;
  };
  const endpoints = endpointsOf(container);
  return endpoints.length < 2
    ? endpoints
    : [...endpoints].sort((one, other) => place(one) - place(other) || 0);
}

/** The cards of a running container; traffic leaves by the network whose name is first of those that lead out (moby libnetwork endpoint.go Less). */
export function cardsOf(state: Sandbox, container: Container): readonly Card[] {
  const joined = endpointsAsJoined(container).filter(({ address }) => address !== '');
  const gatewayOf = (endpoint: Endpoint): string => {
    const network = findNetwork(state, endpoint.network);
    return network === null || network.internal ? '' : (network.pools[0]?.gateway ?? '');
  };
  const mtuOf = (endpoint: Endpoint): number => {
    const options = findNetwork(state, endpoint.network)?.options ?? {};
    return Number(own(options, 'com.docker.network.driver.mtu') ?? 0) || USUAL_MTU;
  };
  const out = joined
    .filter((endpoint) => gatewayOf(endpoint) !== '')
    .map(({ name }) => name)
    .sort()[0];
  return joined.map((endpoint, at) => ({
    name: `eth${at}`,
    address: endpoint.address,
    bits: endpoint.bits,
    mac: endpoint.mac,
    mtu: mtuOf(endpoint),
    gateway: gatewayOf(endpoint),
    isDefault: endpoint.name === out,
  }));
}
