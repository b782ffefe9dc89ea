import { seededRandom } from '../../kernel/random';

const made = new Map<string, string>();
const MOST_MADE = 500;

/** The id of a predefined network, or another 64-digit number that follows from a name. */
export function networkId(name: string): string {
  const known = made.get(name);
  if (known !== undefined) return known;
  const id = seededRandom(`network/${name}`).hex(64);
  if (made.size >= MOST_MADE) made.clear();
  made.set(name, id);
  return id;
}

/** The hardware address of an endpoint's interface: local and unicast. */
export function makeMac(endpoint: string): string {
  const hex = seededRandom(`mac/${endpoint}`).hex(12);
  const first = ((Number.parseInt(hex.slice(0, 2), 16) & 0xfc) | 2).toString(16).padStart(2, '0');
  return [first, ...(hex.slice(2).match(/../g) ?? [])].join(':');
}
