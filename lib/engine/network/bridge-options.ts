import { parseBoolean } from '../cli/flag-values';
import { parseAddress } from './address';
import type { Network } from './network';

const DRIVER = 'com.docker.network.driver.';
const BRIDGE = 'com.docker.network.bridge.';

const FLAGS: readonly string[] = [
  'default_bridge',
  'enable_icc',
  'enable_ip_masquerade',
  'inhibit_ipv4',
].map((name) => BRIDGE + name);
const ADDRESSES: readonly string[] = [`${BRIDGE}host_binding_ipv4`, 'com.docker.network.host_ipv4'];
const GATEWAYS: readonly string[] = [`${BRIDGE}gateway_mode_ipv4`, `${BRIDGE}gateway_mode_ipv6`];
const GATEWAY_MODES: readonly string[] = ['', 'nat', 'nat-unprotected', 'routed', 'isolated'];
/** How long the kernel lets a card's name and its packets be. */
const LONGEST_NAME = 15;
const LONGEST_PACKET = 65_535;
const MTU = `${DRIVER}mtu`;

/** Why Go's `strconv` takes a text for no number or truth value. */
const syntax = (call: string, value: string): string =>
  `strconv.${call}: parsing ${JSON.stringify(value)}: invalid syntax`;

function reasonAgainst(label: string, value: string): string | null {
  if (label === MTU) return /^[+-]?\d+$/.test(value) ? null : syntax('Atoi', value);
  if (FLAGS.includes(label))
    return parseBoolean(value) === null ? syntax('ParseBool', value) : null;
  if (ADDRESSES.includes(label)) return parseAddress(value) === null ? 'nil ip' : null;
  if (GATEWAYS.includes(label))
    return GATEWAY_MODES.includes(value) ? null : `unknown gateway mode ${value}`;
  return null;
}

/**
 * What is wrong with the options (`-o`) of a bridge network; null when nothing is. Labels that the driver does not know are taken as they are
 * (libnetwork/drivers/bridge/bridge.go fromLabels).
 */
export function bridgeOptionError(options: Readonly<Record<string, string>>): string | null {
  for (const [label, value] of Object.entries(options)) {
    const reason = reasonAgainst(label, value);
    if (reason !== null) return `failed to parse ${label} value: ${value} (${reason})`;
  }
  const mtu = Number(options[MTU] ?? 0);
  if (mtu < 0) return `invalid MTU number: ${mtu}`;
  return null;
}

/**
 * Why the kernel does not make the bridge, or the driver refuses it because another one has its name; null when neither does
 * (libnetwork/drivers/bridge/bridge.go conflictsWithNetworks, the limits of the kernel's IFLA_IFNAME and IFLA_MTU).
 */
export function bridgeError(
  network: Pick<Network, 'id' | 'options'>,
  others: readonly Network[],
): string | null {
  const bridge = network.options[`${BRIDGE}name`] ?? '';
  const same = others.find(({ options }) => bridge !== '' && options[`${BRIDGE}name`] === bridge);
  if (same)
    return `cannot create network ${network.id} (${bridge}): conflicts with network ${same.id} (${bridge}): networks have same bridge name`;
  if (bridge.length > LONGEST_NAME) return 'numerical result out of range';
  return Number(network.options[MTU] ?? 0) > LONGEST_PACKET ? 'invalid argument' : null;
}
