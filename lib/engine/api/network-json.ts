import { endpointsOf, membersOf } from '../network/endpoints';
import type { AddressPool, Network } from '../network/network';
import type { Endpoint } from '../state';
import { formatTimeOrNever } from '../time';
import type { Turn } from '../turn';

type Json = Readonly<Record<string, unknown>>;

/** One block of addresses; a gateway that Docker chose in a block that was asked for is not told (moby daemon buildIPAMResources). */
function poolJson({ subnet, gateway, range, reserved, asked, gatewayAsked }: AddressPool): Json {
  return {
    Subnet: subnet,
    ...(range === '' ? {} : { IPRange: range }),
    ...(gateway === '' || (asked && !gatewayAsked) ? {} : { Gateway: gateway }),
    ...(Object.keys(reserved).length === 0 ? {} : { AuxiliaryAddresses: reserved }),
  };
}

/** Blocks that were asked for stand before those that Docker chose. */
function inOrder(pools: readonly AddressPool[]): readonly AddressPool[] {
  return [...pools.filter(({ asked }) => asked), ...pools.filter(({ asked }) => !asked)];
}

/** A network in a listing; without its containers. */
export function networkSummaryJson(network: Network): Json {
  const { pools } = network;
  return {
    Name: network.name,
    Id: network.id,
    Created: formatTimeOrNever(network.created),
    Scope: 'local',
    Driver: network.driver,
    EnableIPv4: network.ipv4,
    EnableIPv6: network.ipv6,
    IPAM: {
      Driver: network.ipamDriver,
      Options: network.ipamOptions,
      Config: pools.length === 0 ? null : inOrder(pools).map(poolJson),
    },
    Internal: network.internal,
    Attachable: network.attachable,
    Ingress: false,
    ConfigFrom: { Network: network.configFrom },
    ConfigOnly: network.configOnly,
    Containers: {},
    Options: network.options,
    Labels: network.labels,
  };
}

function blockOf(address: string, bits: number): string {
  return address === '' ? '' : `${address}/${bits}`;
}

function endpointJson(name: string, endpoint: Endpoint): Json {
  return {
    Name: name,
    EndpointID: endpoint.id,
    MacAddress: endpoint.mac,
    IPv4Address: blockOf(endpoint.address, endpoint.bits),
    IPv6Address: blockOf(endpoint.address6, endpoint.bits6),
  };
}

/** `GET /networks/{id}`: with the containers that run on it, by their ids. */
export function networkJson(turn: Turn, network: Network): Json {
  const containers: Record<string, Json> = {};
  for (const container of membersOf(turn.state, network))
    for (const endpoint of endpointsOf(container))
      if (endpoint.network === network.id)
        containers[container.id] = endpointJson(container.name, endpoint);
  const sorted = Object.entries(containers).sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...networkSummaryJson(network), Containers: Object.fromEntries(sorted) };
}
