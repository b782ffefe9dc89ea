import { seededRandom } from '../../kernel/random';
import { EngineError, refuse } from '../errors';
import type { Sandbox } from '../state';
import {
  boundsOf,
  formatAddress,
  formatPrefix,
  overlaps,
  parseAddress,
  parsePrefix,
  type Address,
  type Prefix,
} from './address';
import type { AddressPool, Network } from './network';

/** The blocks that Docker chooses from (moby libnetwork/ipamutils): 172.17 to 172.31 as /16, then 192.168 as /20. */
function* candidates(state: Sandbox, width: 32 | 128): Generator<string> {
  if (width === 32) {
    for (let second = 17; second <= 31; second++) yield `172.${second}.0.0/16`;
    for (let third = 0; third < 256; third += 16) yield `192.168.${third}.0/20`;
    return;
  }
  const digits = seededRandom(`ula/${state.seed}`).hex(10);
  const base = `fd${digits.slice(0, 2)}:${digits.slice(2, 6)}:${digits.slice(6, 10)}`;
  for (let subnet = 0; subnet < 65_536; subnet++) yield `${base}:${subnet.toString(16)}::/64`;
}

function takenBlocks(state: Sandbox): readonly Prefix[] {
  return state.networks
    .values()
    .filter(({ configOnly }) => !configOnly)
    .flatMap(({ pools }) => pools.map(({ subnet }) => parsePrefix(subnet)))
    .filter((prefix) => prefix !== null);
}

/** A block that no network has. */
export function choosePool(state: Sandbox, width: 32 | 128): AddressPool {
  const taken = takenBlocks(state);
  for (const candidate of candidates(state, width)) {
    const prefix = parsePrefix(candidate);
    if (prefix === null || taken.some((other) => overlaps(other, prefix))) continue;
    const subnet = formatPrefix(prefix);
    return withGateway({
      subnet,
      gateway: '',
      range: '',
      reserved: {},
      gatewayAsked: false,
      asked: false,
    });
  }
  return refuse('invalid-parameter', 'all predefined address pools have been fully subnetted');
}

/** A block that was asked for, with its gateway; refused when another network has addresses of it. */
export function claimPool(
  state: Sandbox,
  pool: AddressPool,
  own: readonly AddressPool[],
): AddressPool {
  const prefix = parsePrefix(pool.subnet);
  if (prefix === null) throw new Error(`no subnet: ${pool.subnet}`);
  const others = own.map(({ subnet }) => parsePrefix(subnet)).filter((other) => other !== null);
  if ([...takenBlocks(state), ...others].some((other) => overlaps(other, prefix)))
    refuse('forbidden', 'invalid pool request: Pool overlaps with other one on this address space');
  const { gateway } = pool;
  if (gateway === '') return withGateway(pool);
  for (const [name, address] of Object.entries(pool.reserved))
    if (address === gateway)
      refuse(
        'internal',
        `failed to allocate secondary ip address (${name}:${address}): Address already in use`,
      );
  if (!isHost(prefix, gateway))
    refuse('internal', `failed to allocate gateway (${gateway}): Address already in use`);
  return pool;
}

/** Is it an address for a machine, neither the block's own nor its broadcast one? */
function isHost(block: Prefix, text: string): boolean {
  const address = parseAddress(text);
  const { width } = block.address;
  if (address === null || block.bits >= width - 1) return true;
  const [network, broadcast] = boundsOf(block);
  return address.value !== network && (width === 128 || address.value !== broadcast);
}

/** Without a gateway asked for it is the first address to be had. */
function withGateway(pool: AddressPool): AddressPool {
  const free = firstFree(pool, () => false);
  if (free === null) throw new EngineError('internal', 'no available addresses on this pool');
  return { ...pool, gateway: formatAddress(free) };
}

/** The part of the block that addresses are taken from. */
function spaceOf({ subnet, range }: AddressPool): {
  readonly width: 32 | 128;
  readonly first: bigint;
  readonly last: bigint;
} {
  const whole = parsePrefix(subnet);
  if (whole === null) throw new Error(`no subnet: ${subnet}`);
  const part = range === '' ? whole : (parsePrefix(range) ?? whole);
  const [network, broadcast] = boundsOf(whole);
  const [first, last] = boundsOf(part);
  const { width } = whole.address;
  const tiny = whole.bits >= width - 1;
  return {
    width,
    first: !tiny && first === network ? first + 1n : first,
    last: !tiny && width === 32 && last === broadcast ? last - 1n : last,
  };
}

function firstFree(pool: AddressPool, taken: (address: string) => boolean): Address | null {
  const { width, first, last } = spaceOf(pool);
  const reserved = new Set(Object.values(pool.reserved));
  for (let value = first; value <= last; value++) {
    const address: Address = { width, value };
    const text = formatAddress(address);
    if (text !== pool.gateway && !reserved.has(text) && !taken(text)) return address;
  }
  return null;
}

/** The lowest free address of a network in one of the two widths, with the size of its block; null when the network has none of that width. */
export function takeAddressOf(
  { id, name, pools }: Network,
  width: 32 | 128,
  wanted: string,
  taken: (address: string) => boolean,
): { readonly address: string; readonly bits: number } | null {
  const own = pools.filter(({ subnet }) => subnet.includes(':') === (width === 128));
  const [first] = own;
  if (first === undefined) return null;
  const asked = wanted === '' ? null : parseAddress(wanted);
  const pool = asked === null ? first : (own.find((each) => holds(each, asked)) ?? first);
  const bits = parsePrefix(pool.subnet)?.bits ?? 0;
  if (asked === null) {
    const free = firstFree(pool, taken);
    if (free === null)
      throw new EngineError(
        'internal',
        `no available IPv${width === 32 ? 4 : 6} addresses on this network's address pools: ${name} (${id})`,
      );
    return { address: formatAddress(free), bits };
  }
  const address = formatAddress(asked);
  if (address === pool.gateway || Object.values(pool.reserved).includes(address) || taken(address))
    refuse('forbidden', 'Address already in use');
  return { address, bits };
}

function holds(pool: AddressPool, { value, width }: Address): boolean {
  const space = spaceOf(pool);
  return space.width === width && value >= space.first && value <= space.last;
}
