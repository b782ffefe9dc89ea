import { heldAnywhere, heldAt } from '../container/holdings';
import type { PortBinding } from '../docker-json';
import { EngineError } from '../errors';
import type { HostPort } from '../rules';
import type { Container } from '../state';
import { makeId, type Turn } from '../turn';

/** Where Docker begins to look for a free host port (net.ipv4.ip_local_port_range). */
const FIRST_EPHEMERAL = 32_768;
const LAST_PORT = 65_535;

/** Ports by container port, `80/tcp` → where it can be reached; null: exposed and not published. */
export type PublishedPorts = Readonly<Record<string, readonly PortBinding[] | null>>;

function split(port: string): { readonly number: number; readonly protocol: string } {
  const [number = '0', protocol = 'tcp'] = port.split('/');
  return { number: Number(number), protocol };
}

/** What a container wants to publish: its `-p`, with `-P` every exposed port, and what the rules add. */
function wanted(
  turn: Turn,
  container: Container,
): Readonly<Record<string, readonly PortBinding[]>> {
  const { hostConfig, config } = container;
  const bindings: Record<string, readonly PortBinding[]> = {};
  for (const port in hostConfig.PortBindings) bindings[port] = hostConfig.PortBindings[port] ?? [];
  for (const port in config.ExposedPorts) {
    if (bindings[port]) continue;
    if (hostConfig.PublishAllPorts) bindings[port] = [{ HostIp: '', HostPort: '' }];
    else if (turn.world.rules.exposedPortsArePublished())
      bindings[port] = [{ HostIp: '', HostPort: String(split(port).number) }];
  }
  return bindings;
}

/** Is there any port to publish? */
function publishes(turn: Turn, { hostConfig, config }: Container): boolean {
  for (const _ in hostConfig.PortBindings) return true;
  for (const _ in config.ExposedPorts)
    return hostConfig.PublishAllPorts === true || turn.world.rules.exposedPortsArePublished();
  return false;
}

/** The exposed ports, none of them published. */
function exposedPorts({ config }: Container): Record<string, readonly PortBinding[] | null> {
  const ports: Record<string, null> = {};
  for (const port in config.ExposedPorts) ports[port] = null;
  return ports;
}

/** The candidates of a host port: `8080`, `8080-8090`, or any. */
function candidates(hostPort: string): readonly [first: number, last: number] {
  if (hostPort === '' || hostPort === '0') return [FIRST_EPHEMERAL, LAST_PORT];
  const [first = '0', last = first] = hostPort.split('-');
  return [Number(first), Number(last)];
}

/**
 * Takes the host ports of a container that starts; its address is null where nothing can be published. Two texts refuse: the same address and port is `already allocated`, an overlapping address is
 * `already in use` (moby libnetwork portallocator and the kernel's bind).
 */
export function publishPorts(
  turn: Turn,
  container: Container,
  address: string | null,
): PublishedPorts {
  if (address === null) return {};
  const published = exposedPorts(container);
  if (!publishes(turn, container)) return published;
  const bound = Object.entries(wanted(turn, container));
  const { rules } = turn.world;
  const { holdings } = turn.state;
  const all =
    bound.length > 0 && holdings.ports.size > 0 && rules.unequalPortsMayConflict()
      ? heldAnywhere(holdings, container.id)
      : null;
  /** What this container has taken in this very start. */
  const own: HostPort[] = [];
  const takenAt = (port: number): readonly HostPort[] => [
    ...(all ?? heldAt(holdings, port, container.id)),
    ...own,
  ];
  for (const [port, bindings] of bound.sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { number, protocol } = split(port);
    const list: PortBinding[] = [];
    for (const binding of bindings) {
      const ips = binding.HostIp === '' ? ['0.0.0.0', '::'] : [binding.HostIp];
      const [first, last] = candidates(binding.HostPort);
      let clash: HostPort | undefined;
      let chosen = first;
      for (; chosen <= last; chosen++) {
        const port = chosen;
        clash = takenAt(port).find((held) =>
          ips.some((ip) =>
            rules.portsConflict(held, { ip, port, protocol, containerPort: number }),
          ),
        );
        if (!clash) break;
      }
      if (clash)
        throw refusal(
          turn,
          container,
          ips[0] ?? '',
          first,
          { number, protocol, address },
          takenAt(first),
        );
      for (const ip of ips) {
        list.push({ HostIp: ip, HostPort: String(chosen) });
        own.push({ ip, port: chosen, protocol, containerPort: number });
      }
    }
    published[port] = list;
  }
  return published;
}

function refusal(
  turn: Turn,
  container: Container,
  ip: string,
  port: number,
  target: { readonly number: number; readonly protocol: string; readonly address: string },
  taken: readonly HostPort[],
): EngineError {
  const same = taken.some(
    (held) => held.ip === ip && held.port === port && held.protocol === target.protocol,
  );
  const differs = taken.some((held) => held.port === port && held.protocol === target.protocol);
  const reason =
    same || !differs
      ? `Bind for ${ip}:${port} failed: port is already allocated`
      : `failed to bind host port for ${ip}:${port}:${target.address}:${target.number}/${target.protocol}: address already in use`;
  return new EngineError(
    'internal',
    `failed to set up container networking: driver failed programming external connectivity on endpoint ${container.name} (${makeId(turn, 'endpoint')}): ${reason}`,
  );
}
