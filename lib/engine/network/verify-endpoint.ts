import type { EndpointSettings } from '../docker-json';
import { contains, parseAddress, parsePrefix } from './address';
import { joinErrors } from './join-errors';
import { isUserDefined, type Network } from './network';

/** Why an address may not be asked for on a network; null when it may (moby api/types/network validateEndpointIPAddress). */
function rangeError(network: Network, text: string, width: 32 | 128): string | null {
  if (text === '') return null;
  const address = parseAddress(text);
  const own = network.pools.filter(
    ({ subnet, asked }) => asked && subnet.includes(':') === (width === 128),
  );
  for (const { subnet } of own) {
    const space = parsePrefix(subnet);
    if (space && address && contains(space, address)) return null;
  }
  return own.length > 0
    ? `no configured subnet or ip-range contain the IP address ${text}`
    : 'user specified IP address is supported only when connecting to networks with user configured subnets';
}

function isUsable(text: string, width: 32 | 128): boolean {
  const address = parseAddress(text);
  return address !== null && address.width === width && address.value !== 0n;
}

/**
 * What is wrong with what is asked of a container on a network; null when nothing is. `network` null: it does not exist yet
 * (moby daemon/container_operations.go validateEndpointSettings).
 */
export function endpointError(
  network: Network | null,
  name: string,
  settings: EndpointSettings,
): string | null {
  const { IPAMConfig: ipam, Aliases: aliases, MacAddress: mac = '' } = settings;
  const { IPv4Address: four = '', IPv6Address: six = '', LinkLocalIPs: links = [] } = ipam ?? {};
  const errors: string[] = [];
  if (!isUserDefined(name)) {
    if (four !== '' || six !== '')
      errors.push('user specified IP address is supported on user defined networks only');
    if ((aliases ?? []).length > 0)
      errors.push('network-scoped alias is supported only for containers in user defined networks');
  }
  if (four !== '' && !isUsable(four, 32)) errors.push(`invalid IPv4 address: ${four}`);
  if (six !== '' && !isUsable(six, 128)) errors.push(`invalid IPv6 address: ${six}`);
  for (const link of links)
    if (!isUsable(link, 32) && !isUsable(link, 128))
      errors.push(`invalid link-local IP address: ${link}`);
  if (network !== null) {
    const outside = [rangeError(network, four, 32), rangeError(network, six, 128)];
    errors.push(...outside.filter((error) => error !== null));
  }
  if (mac !== '' && !/^([0-9a-fA-F]{2}[:-]){5}[0-9a-fA-F]{2}$/.test(mac))
    return `invalid MAC address ${mac}`;
  return errors.length === 0 ? null : `invalid endpoint settings:\n${joinErrors(errors)}`;
}
