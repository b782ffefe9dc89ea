import { SortedMap } from '../../kernel/sorted-map';
import type { HostPort } from '../rules';
import type { Container, Holdings, Running } from '../state';

const FIRST_HOST = 2;

const nothing: Holdings = {
  addresses: SortedMap.empty(),
  members: SortedMap.empty(),
  lowestFree: FIRST_HOST,
  ports: SortedMap.empty(),
};

/** An address of the bridge by its number. */
export function bridgeAddress(host: number): string {
  return `172.17.${host >> 8}.${host & 255}`;
}

function hostNumber(address: string): number {
  const last = address.lastIndexOf('.');
  const high = address.slice(address.lastIndexOf('.', last - 1) + 1, last);
  return Number(high) * 256 + Number(address.slice(last + 1));
}

/** The lowest free address of the bridge. */
export function freeAddress({ addresses, lowestFree }: Holdings): string {
  for (let host = lowestFree; ; host++) {
    const address = bridgeAddress(host);
    if (!addresses.has(address)) return address;
  }
}

const none: readonly string[] = [];

function portKey(port: number): string {
  return `${String(port).padStart(5, '0')}/`;
}

/** What is held at one port of the host, by containers other than `except`. */
export function heldAt({ ports }: Holdings, port: number, except: string): readonly HostPort[] {
  const prefix = portKey(port);
  const held: HostPort[] = [];
  for (const [key, list] of ports.from(prefix)) {
    if (!key.startsWith(prefix)) break;
    if (key.slice(prefix.length) !== except) held.push(...list);
  }
  return held;
}

/** Everything that is held, by containers other than `except`. */
export function heldAnywhere({ ports }: Holdings, except: string): readonly HostPort[] {
  const held: HostPort[] = [];
  for (const [key, list] of ports)
    if (key.slice(key.indexOf('/') + 1) !== except) held.push(...list);
  return held;
}

function runOf(container: Container | undefined): Running | null {
  const state = container?.state;
  return state?.kind === 'running' || state?.kind === 'paused' ? state.run : null;
}

function memberKeys({ endpoints }: Running): readonly string[] {
  if (endpoints.length === 0) return none;
  return endpoints.flatMap(({ network, address, address6 }) =>
    [address, address6].filter((each) => each !== '').map((each) => `${network}/${each}`),
  );
}

function portsOf(run: Running): ReadonlyMap<number, HostPort[]> {
  const byPort = new Map<number, HostPort[]>();
  for (const port in run.ports) {
    const slash = port.indexOf('/');
    for (const { HostIp: ip, HostPort: text } of run.ports[port] ?? []) {
      const held: HostPort = {
        ip,
        port: Number(text),
        protocol: port.slice(slash + 1),
        containerPort: Number(port.slice(0, slash)),
      };
      const list = byPort.get(held.port);
      if (list) list.push(held);
      else byPort.set(held.port, [held]);
    }
  }
  return byPort;
}

/** What is held after a container has changed; `undefined`: before it was made, or after it was removed. */
export function holdingsAfter(
  holdings: Holdings,
  before: Container | undefined,
  after: Container | undefined,
): Holdings {
  const [left, begun] = [runOf(before), runOf(after)];
  if (
    left?.address === begun?.address &&
    left?.ports === begun?.ports &&
    left?.endpoints === begun?.endpoints
  )
    return holdings;
  let { addresses, members, lowestFree, ports } = holdings;
  if (left && before) {
    addresses = addresses.delete(left.address);
    if (left.address !== '') lowestFree = Math.min(lowestFree, hostNumber(left.address));
    for (const key of memberKeys(left)) members = members.delete(key);
    for (const port of portsOf(left).keys()) ports = ports.delete(portKey(port) + before.id);
  }
  if (begun && after) {
    if (begun.address !== '') addresses = addresses.set(begun.address, after.id);
    for (const key of memberKeys(begun)) members = members.set(key, after.id);
    if (begun.address !== '' && hostNumber(begun.address) === lowestFree) lowestFree++;
    for (const [port, held] of portsOf(begun)) ports = ports.set(portKey(port) + after.id, held);
  }
  return { addresses, members, lowestFree, ports };
}

/** What containers hold that were stored without it. */
export function holdingsOf(containers: Iterable<readonly [string, Container]>): Holdings {
  let holdings = nothing;
  for (const [, container] of containers) holdings = holdingsAfter(holdings, undefined, container);
  return holdings;
}
