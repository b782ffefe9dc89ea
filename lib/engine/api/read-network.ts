import type { EndpointSettings } from '../docker-json';
import { refuse } from '../errors';
import { parsePrefix } from '../network/address';
import type { NetworkOrder } from '../network/create-network';
import type { AddressPool } from '../network/network';
import { membersOf, numberOf, textOf, textsOf } from './read-json';

function textsByName(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(membersOf(value)).map(([key, text]) => [key, textOf(text)]),
  );
}

function poolOf(value: unknown): AddressPool {
  const json = membersOf(value);
  const subnet = textOf(json['Subnet']);
  const gateway = textOf(json['Gateway']);
  return {
    subnet: parsePrefix(subnet) ? subnet.toLowerCase() : subnet,
    gateway,
    range: textOf(json['IPRange']),
    reserved: textsByName(json['AuxiliaryAddresses'] ?? json['AuxAddress']),
    gatewayAsked: gateway !== '',
    asked: true,
  };
}

/** The body of `POST /networks/create`. */
export function readNetworkOrder(body: unknown): NetworkOrder {
  const json = membersOf(body);
  const ipam = membersOf(json['IPAM']);
  const config = Array.isArray(ipam['Config']) ? ipam['Config'] : [];
  return {
    name: textOf(json['Name']),
    driver: textOf(json['Driver']),
    scope: textOf(json['Scope']),
    internal: json['Internal'] === true,
    attachable: json['Attachable'] === true,
    ingress: json['Ingress'] === true,
    ipv4: json['EnableIPv4'] !== false,
    ipv6: json['EnableIPv6'] === true,
    pools: config.map(poolOf),
    ipamDriver: textOf(ipam['Driver']) || 'default',
    ipamOptions: 'IPAM' in json && ipam['Options'] ? textsByName(ipam['Options']) : null,
    options: textsByName(json['Options']),
    labels: textsByName(json['Labels']),
    configOnly: json['ConfigOnly'] === true,
    configFrom: textOf(membersOf(json['ConfigFrom'])['Network']),
  };
}

/** What a request asks of a container on one network; what is not given stays out. */
export function readEndpoint(value: unknown): EndpointSettings {
  const json = membersOf(value);
  const ipam = json['IPAMConfig'];
  const { IPv4Address: four, IPv6Address: six, LinkLocalIPs: links } = membersOf(ipam);
  return {
    ...(ipam
      ? {
          IPAMConfig: {
            ...(four ? { IPv4Address: textOf(four) } : {}),
            ...(six ? { IPv6Address: textOf(six) } : {}),
            ...(textsOf(links).length > 0 ? { LinkLocalIPs: textsOf(links) } : {}),
          },
        }
      : {}),
    ...(json['Links'] ? { Links: textsOf(json['Links']) } : {}),
    ...(json['Aliases'] ? { Aliases: textsOf(json['Aliases']) } : {}),
    ...(json['MacAddress'] ? { MacAddress: textOf(json['MacAddress']) } : {}),
    ...(json['DriverOpts'] ? { DriverOpts: textsByName(json['DriverOpts']) } : {}),
    ...(json['GwPriority'] ? { GwPriority: numberOf(json['GwPriority']) } : {}),
  };
}

const nothing: Readonly<Record<string, never>> = {};

/** The networks in the body of `POST /containers/create`, by name. */
export function readEndpoints(body: unknown): Readonly<Record<string, EndpointSettings>> {
  const endpoints = membersOf(membersOf(body)['NetworkingConfig'])['EndpointsConfig'];
  if (endpoints === undefined) return nothing;
  return Object.fromEntries(
    Object.entries(membersOf(endpoints)).map(([name, value]) => {
      if (value === null)
        refuse('invalid-parameter', `invalid config for network ${name}: EndpointsConfig is nil`);
      return [name, readEndpoint(value)];
    }),
  );
}
