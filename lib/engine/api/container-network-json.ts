import { dnsNamesOf, endpointsOf, requestedNetworks } from '../network/endpoints';
import { findNetwork } from '../network/find-network';
import { isContainerMode, isUserDefined } from '../network/network';
import { networkId } from '../network/bridge';
import type { PortBinding } from '../docker-json';
import type { Container, Endpoint, Sandbox } from '../state';

type Json = Readonly<Record<string, unknown>>;

/** The gateway of an endpoint's network in one of the two widths; `''` where it has no address. */
function gatewayOf(state: Sandbox, endpoint: Endpoint | undefined, six: boolean): string {
  const address = six ? endpoint?.address6 : endpoint?.address;
  if (!endpoint || !address) return '';
  const network = findNetwork(state, endpoint.network);
  if (network === null || network.internal) return '';
  return network.pools.find(({ subnet }) => subnet.includes(':') === six)?.gateway ?? '';
}

function startedOnce({ state }: Container): boolean {
  if (state.kind === 'running' || state.kind === 'paused') return true;
  return state.last.startedAt !== null;
}

/** The networks of a container by name, each with what was asked and, while it runs, what it has there (moby api/types/network EndpointSettings). */
export function endpointsJson(
  state: Sandbox,
  container: Container,
): Readonly<Record<string, Json>> {
  const own = new Map(endpointsOf(container).map((endpoint) => [endpoint.name, endpoint]));
  const once = startedOnce(container);
  return Object.fromEntries(
    requestedNetworks(container).map(([name, settings]) => {
      const endpoint = own.get(name);
      const known = isUserDefined(name) ? settings.NetworkID : once ? networkId(name) : undefined;
      const joined = settings.NetworkID !== undefined;
      return [
        name,
        {
          IPAMConfig: settings.IPAMConfig ?? null,
          Links: settings.Links ?? null,
          Aliases: settings.Aliases ?? null,
          MacAddress: endpoint?.mac ?? '',
          DriverOpts: settings.DriverOpts ?? null,
          GwPriority: settings.GwPriority ?? 0,
          NetworkID: known ?? '',
          EndpointID: endpoint?.id ?? '',
          Gateway: gatewayOf(state, endpoint, false),
          IPAddress: endpoint?.address ?? '',
          IPPrefixLen: endpoint?.bits ?? 0,
          IPv6Gateway: gatewayOf(state, endpoint, true),
          GlobalIPv6Address: endpoint?.address6 ?? '',
          GlobalIPv6PrefixLen: endpoint?.bits6 ?? 0,
          DNSNames: joined && isUserDefined(name) ? dnsNamesOf(container, settings) : null,
        },
      ];
    }),
  );
}

/** `NetworkSettings` of an inspected container; the fields outside of `Networks` are those of the default bridge. */
export function networkSettingsJson(state: Sandbox, container: Container): Json {
  const run =
    container.state.kind === 'running' || container.state.kind === 'paused'
      ? container.state.run
      : null;
  const networks = endpointsJson(state, container);
  const bridge = networks['bridge'] ?? {};
  const shares = isContainerMode(container.hostConfig.NetworkMode ?? '');
  const sandbox = run && !shares ? networkId(`${container.id}/${run.startedAt}/sandbox`) : '';
  const ports: Record<string, readonly PortBinding[] | null> = {};
  for (const port of Object.keys(run?.ports ?? {}).sort()) ports[port] = run?.ports[port] ?? null;
  return {
    Bridge: '',
    SandboxID: sandbox,
    SandboxKey: sandbox === '' ? '' : `/var/run/docker/netns/${sandbox.slice(0, 12)}`,
    Ports: ports,
    HairpinMode: false,
    LinkLocalIPv6Address: '',
    LinkLocalIPv6PrefixLen: 0,
    SecondaryIPAddresses: null,
    SecondaryIPv6Addresses: null,
    EndpointID: bridge['EndpointID'] ?? '',
    Gateway: bridge['Gateway'] ?? '',
    GlobalIPv6Address: '',
    GlobalIPv6PrefixLen: 0,
    IPAddress: bridge['IPAddress'] ?? '',
    IPPrefixLen: bridge['IPPrefixLen'] ?? 0,
    IPv6Gateway: '',
    MacAddress: bridge['MacAddress'] ?? '',
    Networks: networks,
  };
}
