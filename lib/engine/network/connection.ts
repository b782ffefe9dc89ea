import { containersOf } from '../container/list';
import { rootFiles } from '../container/container-files';
import type { Fetched } from '../process/host';
import { serverOf, serversIn, type Server } from '../process/servers';
import { registryPage } from '../registry/registry-page';
import type { Container } from '../state';
import { containerOf, type Turn } from '../turn';
import { HOST_CARD } from './cards';
import { contains, parseAddress, parsePrefix } from './address';
import { endpointsOf, networkOwner, runOf } from './endpoints';
import { findNetwork } from './find-network';
import { folderPage } from './folder-page';

/** The host's own address on its network. */
export const HOST_ADDRESS = HOST_CARD.address;

/** Where a connection goes: to the processes in one network namespace, to the host, or nowhere. */
type Target =
  | { readonly kind: 'namespace'; readonly owner: Container }
  | { readonly kind: 'host' }
  | { readonly kind: 'lost' }
  | { readonly kind: 'unreachable' };

function isLoopback(address: string): boolean {
  return address.startsWith('127.') || address === '::1' || address === '0.0.0.0';
}

/** Where an address leads from a container. What is on no network of its own is out of reach: Docker keeps networks apart. */
function targetOf(turn: Turn, container: Container, address: string): Target {
  const { state } = turn;
  const owner = networkOwner(state, container) ?? container;
  if (owner.hostConfig.NetworkMode === 'host') return targetFromHost(turn, address);
  if (isLoopback(address))
    return turn.world.rules.localhostIsContainer()
      ? { kind: 'namespace', owner }
      : { kind: 'host' };
  const own = endpointsOf(owner).filter((each) => each.address !== '' || each.address6 !== '');
  if (own.length === 0) return { kind: 'unreachable' };
  for (const { network: id } of own) {
    const member = memberAt(turn, id, address);
    if (member) return { kind: 'namespace', owner: member };
    const network = findNetwork(state, id);
    if (network?.pools.some(({ gateway }) => gateway === address)) return { kind: 'host' };
    const parsed = parseAddress(address);
    const inside = network?.pools.some(({ subnet }) => {
      const prefix = parsePrefix(subnet);
      return prefix !== null && parsed !== null && contains(prefix, parsed);
    });
    if (inside) return { kind: 'unreachable' };
  }
  const internal = own.every(({ network }) => findNetwork(state, network)?.internal === true);
  if (internal) return { kind: 'unreachable' };
  return address === HOST_ADDRESS ? { kind: 'host' } : { kind: 'lost' };
}

/** Where an address leads from the host: to every container, and to itself. */
function targetFromHost(turn: Turn, address: string): Target {
  if (isLoopback(address) || address === HOST_ADDRESS) return { kind: 'host' };
  const owner = containersOf(turn.state).find((container) =>
    endpointsOf(container).some((each) => each.address === address || each.address6 === address),
  );
  return owner ? { kind: 'namespace', owner } : { kind: 'lost' };
}

function memberAt(turn: Turn, network: string, address: string): Container | undefined {
  const { holdings, containers } = turn.state;
  const id =
    holdings.members.get(`${network}/${address}`) ??
    (findNetwork(turn.state, network)?.name === 'bridge'
      ? holdings.addresses.get(address)
      : undefined);
  return id === undefined ? undefined : containers.get(id);
}

/** What listens at a port of a namespace answers a request for a page. */
function fetchIn(
  turn: Turn,
  inNamespace: (container: Container) => boolean,
  port: number,
  path: string,
): Fetched {
  for (const container of containersOf(turn.state)) {
    const run = runOf(container);
    if (run === null || !inNamespace(container)) continue;
    for (const process of run.processes)
      for (const name of serversIn(process.activity)) {
        const { ports, serves } = serverOf(name);
        if (!ports.includes(port)) continue;
        if (container.state.kind === 'paused') return { kind: 'lost' };
        if (serves === null) return { kind: 'silent' };
        const { env } = process;
        const [, kind = '', own] = /^(?:packaged-)?([^@:=]*)(?:=([^@:]*))?/s.exec(name) ?? [];
        const version = own ?? env['NGINX_VERSION'] ?? env['HTTPD_VERSION'] ?? '';
        const from = { name: kind, version };
        const made = (text: string | null): Fetched =>
          text === null
            ? { kind: 'missing', from }
            : { kind: 'page', text, from, file: '', changed: null };
        if (serves.kind === 'environment') return made(`${env[serves.name] ?? 'hello-world'}\n`);
        if (serves.kind === 'registry') return made(registryPage(turn.state, container, path));
        const asked = path.replace(/\?.*$/, '');
        const files = rootFiles(turn, container.id);
        const inFolder = ['index.html', serves.index ?? 'index.html'];
        const names = asked.endsWith('/') ? inFolder.map((index) => asked + index) : [asked];
        const file =
          serves.path + (names.find((each) => files.get(serves.path + each)) ?? names[0] ?? '');
        const page = files.get(file);
        if (page === null && serves.lists && asked.endsWith('/')) {
          const folder = files.get(serves.path + asked.slice(0, -1) || '/');
          if (folder?.kind === 'directory')
            return made(folderPage(asked, files, serves.path + asked));
        }
        if (page?.kind !== 'text') return { kind: 'missing', from };
        return { kind: 'page', text: page.text, from, file, changed: files.changedAt(file, page) };
      }
  }
  return { kind: 'refused' };
}

function fetchAt(turn: Turn, target: Target, port: number, path: string): Fetched {
  const { state } = turn;
  switch (target.kind) {
    case 'lost':
    case 'unreachable':
      return target;
    case 'namespace':
      return fetchIn(turn, (each) => networkOwner(state, each)?.id === target.owner.id, port, path);
    case 'host': {
      const publisher = publisherOf(turn, port);
      if (publisher) return fetchIn(turn, ({ id }) => id === publisher.id, publisher.port, path);
      const isHosts = (each: Container): boolean =>
        networkOwner(state, each)?.hostConfig.NetworkMode === 'host';
      return fetchIn(turn, isHosts, port, path);
    }
  }
}

/** The container that publishes a port of the host, and its own port behind it. */
function publisherOf(
  turn: Turn,
  port: number,
): { readonly id: string; readonly port: number } | null {
  for (const container of containersOf(turn.state)) {
    const ports = runOf(container)?.ports ?? {};
    for (const inner in ports)
      if (
        inner.endsWith('/tcp') &&
        ports[inner]?.some(({ HostPort: text }) => Number(text) === port)
      )
        return { id: container.id, port: Number(inner.split('/')[0]) };
  }
  return null;
}

/** The server that listens behind a port of the host, and the container that it runs in; null when there is none. */
export function serverAtHostPort(
  turn: Turn,
  port: number,
): { readonly container: Container; readonly server: Server } | null {
  const publisher = publisherOf(turn, port);
  for (const container of containersOf(turn.state)) {
    const run = runOf(container);
    const inner = publisher?.id === container.id ? publisher.port : port;
    const here = publisher
      ? publisher.id === container.id
      : container.hostConfig.NetworkMode === 'host';
    if (run === null || !here) continue;
    for (const process of run.processes)
      for (const name of serversIn(process.activity)) {
        const server = serverOf(name);
        if (server.ports.includes(inner)) return { container, server };
      }
  }
  return null;
}

/** Asks what listens at an address for a page, from inside a container; `containerId` empty: from the host. */
export function fetchPage(
  turn: Turn,
  containerId: string,
  address: string,
  port: number,
  path: string,
): Fetched {
  const target =
    containerId === ''
      ? targetFromHost(turn, address)
      : targetOf(turn, containerOf(turn, containerId), address);
  return fetchAt(turn, target, port, path);
}

/** Does something answer at an address? `unreachable`: there is no way to it. */
export function pingAddress(
  turn: Turn,
  containerId: string,
  address: string,
): 'answers' | 'lost' | 'unreachable' {
  const target =
    containerId === ''
      ? targetFromHost(turn, address)
      : targetOf(turn, containerOf(turn, containerId), address);
  if (target.kind === 'lost' || target.kind === 'host')
    return target.kind === 'host' ? 'answers' : 'lost';
  if (target.kind === 'namespace') return runOf(target.owner) ? 'answers' : 'lost';
  return 'unreachable';
}
