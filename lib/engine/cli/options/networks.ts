import { own } from '../../../kernel/own';
import { CommandError } from '../client';
import type { ParsedFlags } from '../flags';
import { parseNetwork, type NetworkAttachment } from './network';

/** How a container is attached to networks: the mode, and the endpoints by network. */
export interface Networks {
  readonly mode: string;
  readonly endpoints: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const isUserDefined = (name: string): boolean =>
  !['default', 'bridge', 'host', 'none'].includes(name) && !/^container:/.test(name);

/** Lays `--ip`, `--network-alias` and their kin over the first network; a conflict with what it says itself is refused. */
function withOwnOptions(network: NetworkAttachment, flags: ParsedFlags): NetworkAttachment {
  const refuse = (flag: string, own: string): never => {
    throw new CommandError(
      `conflicting options: cannot specify both ${flag} and per-network ${own}`,
    );
  };
  const aliases = flags.list('network-alias');
  const linkLocalIps = flags.list('link-local-ip');
  const [ip, ip6, mac] = [flags.string('ip'), flags.string('ip6'), flags.string('mac-address')];
  if (network.aliases.length > 0 && aliases.length > 0) refuse('--network-alias', 'alias');
  if (network.ip !== '' && ip !== '') refuse('--ip', 'IPv4 address');
  if (network.ip6 !== '' && ip6 !== '') refuse('--ip6', 'IPv6 address');
  if (network.mac !== '' && mac !== '') refuse('--mac-address', 'MAC address');
  if (network.linkLocalIps.length > 0 && linkLocalIps.length > 0)
    refuse('--link-local-ip', 'link-local IP addresses');
  return {
    ...network,
    aliases: aliases.length > 0 ? aliases : network.aliases,
    ip: ip || network.ip,
    ip6: ip6 || network.ip6,
    mac: mac || network.mac,
    linkLocalIps: linkLocalIps.length > 0 ? linkLocalIps : network.linkLocalIps,
  };
}

/** An endpoint as the API takes it (docker/cli opts.go parseNetworkAttachmentOpt); `links` are those of `--link`, for the first network alone. */
function endpoint(
  network: NetworkAttachment,
  links: readonly string[],
): Readonly<Record<string, unknown>> {
  if (network.target.trim() === '') throw new CommandError('no name set for network');
  if (!isUserDefined(network.target) && network.aliases.length > 0)
    throw new CommandError('network-scoped aliases are only supported for user-defined networks');
  if (network.mac !== '' && !/^([0-9a-f]{2}[:-]){5}[0-9a-f]{2}$/i.test(network.mac))
    throw new CommandError(`${network.mac} is not a valid mac address`);
  const { ip, ip6, linkLocalIps, driverOptions } = network;
  const own = isUserDefined(network.target) ? links : [];
  return {
    IPAMConfig:
      ip !== '' || ip6 !== '' || linkLocalIps.length > 0
        ? {
            ...(ip === '' ? {} : { IPv4Address: ip }),
            ...(ip6 === '' ? {} : { IPv6Address: ip6 }),
            ...(linkLocalIps.length > 0 ? { LinkLocalIPs: linkLocalIps } : {}),
          }
        : null,
    Links: own.length > 0 ? own : null,
    Aliases: network.aliases.length > 0 ? network.aliases : null,
    MacAddress: network.mac,
    DriverOpts: Object.keys(driverOptions).length > 0 ? driverOptions : null,
    GwPriority: network.priority,
    NetworkID: '',
    EndpointID: '',
    Gateway: '',
    IPAddress: '',
    IPPrefixLen: 0,
    IPv6Gateway: '',
    GlobalIPv6Address: '',
    GlobalIPv6PrefixLen: 0,
    DNSNames: null,
  };
}

const isPlain = (json: Readonly<Record<string, unknown>>): boolean =>
  Object.values(json).every((value) => value === null || value === '' || value === 0);

/** Reads `--network` and the flags that belong to it. Throws a CommandError. */
export function networksOf(flags: ParsedFlags): Networks {
  const texts = flags.list('network');
  const endpoints: Record<string, Readonly<Record<string, unknown>>> = {};
  const given = (texts.length > 0 ? texts : ['default']).map((text) => {
    const network = parseNetwork(text);
    if (!network.ok) throw new CommandError(network.error);
    return network.value;
  });
  given.forEach((network, index) => {
    const full = index === 0 ? withOwnOptions(network, flags) : network;
    const json = endpoint(full, index === 0 ? flags.list('link') : []);
    if (own(endpoints, full.target))
      throw new CommandError(`network ${JSON.stringify(full.target)} is specified multiple times`);
    if (texts.length !== 1 || !isPlain(json)) endpoints[full.target] = json;
  });
  if (texts.length > 0 && new Set(given.map(({ target }) => isUserDefined(target))).size > 1)
    throw new CommandError(
      'conflicting options: cannot attach both user-defined and non-user-defined network-modes',
    );
  return { mode: given[0]?.target ?? 'default', endpoints };
}
