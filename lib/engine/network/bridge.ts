import { seededRandom } from '../../kernel/random';

/** The id of a predefined network, or another 64-digit number that follows from a name. */
export function networkId(name: string): string {
  return seededRandom(`network/${name}`).hex(64);
}

/** The hardware address of a container's interface: local and unicast. */
export function makeMac(containerId: string): string {
  const hex = seededRandom(`mac/${containerId}`).hex(10);
  return ['02', ...(hex.match(/../g) ?? [])].join(':');
}
