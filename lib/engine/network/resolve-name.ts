import { rootFiles } from '../container/container-files';
import type { Container } from '../state';
import { containerOf, type Turn } from '../turn';
import { parseAddress } from './address';
import { dnsNamesOf, endpointsOf, membersOf, networkOwner, requestedNetworks } from './endpoints';
import { findNetwork } from './find-network';
import { legacyLinks } from './links';
import { isUserDefined } from './network';

/** The address that `/etc/hosts` gives a name; null when it has none. */
function fromHosts(turn: Turn, containerId: string, name: string): string | null {
  const file = rootFiles(turn, containerId).get('/etc/hosts');
  if (file?.kind !== 'text') return null;
  for (const line of file.text.split('\n')) {
    const [address = '', ...names] = (line.split('#')[0] ?? '').trim().split(/\s+/);
    if (names.some((each) => each.toLowerCase() === name)) return address;
  }
  return null;
}

/** The address of a container on one network. */
function addressOn(container: Container, networkId: string): string | null {
  const endpoint = endpointsOf(container).find(({ network }) => network === networkId);
  return endpoint?.address || endpoint?.address6 || null;
}

/** What Docker's own name server says: the addresses of the containers on the networks that somebody made and that the asking one is on too. */
function fromDocker(turn: Turn, owner: Container, name: string): readonly string[] {
  const { state } = turn;
  const asked = new Map(requestedNetworks(owner));
  for (const { network: id, name: networkName } of endpointsOf(owner)) {
    const network = isUserDefined(networkName) ? findNetwork(state, id) : null;
    if (network === null) continue;
    const members = membersOf(state, network);
    const found: (string | null)[] = [];
    for (const link of asked.get(networkName)?.Links ?? []) {
      const [target = '', alias = target] = link.split(':');
      const linked = members.find((each) => each.name === target || each.id.startsWith(target));
      if (linked && alias.toLowerCase() === name) found.push(addressOn(linked, id));
    }
    for (const member of members) {
      const settings = new Map(requestedNetworks(member)).get(networkName) ?? {};
      const names = dnsNamesOf(member, settings).map((each) => each.toLowerCase());
      const suffix = `.${networkName.toLowerCase()}`;
      const short = name.endsWith(suffix) ? name.slice(0, -suffix.length) : name;
      if (names.includes(name) || names.includes(short)) found.push(addressOn(member, id));
    }
    const addresses = [...new Set(found)].filter((address) => address !== null);
    if (addresses.length > 0) return addresses;
  }
  return [];
}

/** The address that a name has for a container; null when nobody knows it. The default bridge knows no names but linked ones. */
export function resolveName(turn: Turn, containerId: string, word: string): string | null {
  return resolveAll(turn, containerId, word)[0] ?? null;
}

/** All addresses of a name: an alias may be that of several containers. */
export function resolveAll(turn: Turn, containerId: string, word: string): readonly string[] {
  if (parseAddress(word) !== null) return [word];
  const name = word.toLowerCase().replace(/\.$/, '');
  const local = fromHosts(turn, containerId, name);
  if (local !== null) return [local];
  const owner = networkOwner(turn.state, containerOf(turn, containerId));
  if (owner === null) return [];
  const linked = legacyLinks(turn.state, owner).find(({ container, alias }) =>
    [alias, container.name].some((each) => each.toLowerCase() === name),
  );
  const address = linked ? addressOf(linked.container) : null;
  if (linked) return address === null ? [] : [address];
  return fromDocker(turn, owner, name);
}

function addressOf(container: Container): string | null {
  const [first] = endpointsOf(container);
  return first?.address || null;
}
