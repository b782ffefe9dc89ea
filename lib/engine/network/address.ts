/**
 * IP addresses and blocks of them, as Go's net/netip reads and writes them. An address is a number and its width: 32 bits for IPv4, 128 for IPv6.
 *
 * ```
 * prefix   address "/" bits         address  IPv4 | IPv6
 * IPv4     four decimal numbers up to 255, without leading zeros
 * IPv6     eight hexadecimal groups, one run of zeros may be "::", the last two groups may be an IPv4 address
 * ```
 */
export interface Address {
  readonly width: 32 | 128;
  readonly value: bigint;
}

/** A block: the first `bits` bits of every address in it are those of `address`. */
export interface Prefix {
  readonly address: Address;
  readonly bits: number;
}

function parseIpv4(text: string): bigint | null {
  const parts = text.split('.');
  if (parts.length !== 4) return null;
  let value = 0n;
  for (const part of parts) {
    if (!/^(?:0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) return null;
    value = value * 256n + BigInt(part);
  }
  return value;
}

function groupsOf(text: string): readonly bigint[] | null {
  if (text === '') return [];
  const groups: bigint[] = [];
  const words = text.split(':');
  for (const [index, word] of words.entries()) {
    if (index === words.length - 1 && word.includes('.')) {
      const tail = parseIpv4(word);
      if (tail === null) return null;
      groups.push(tail >> 16n, tail & 0xffffn);
    } else if (/^[0-9a-fA-F]{1,4}$/.test(word)) groups.push(BigInt(`0x${word}`));
    else return null;
  }
  return groups;
}

function parseIpv6(text: string): bigint | null {
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const head = groupsOf(halves[0] ?? '');
  const tail = halves.length === 2 ? groupsOf(halves[1] ?? '') : [];
  if (head === null || tail === null) return null;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null;
  const zeros = Array.from({ length: missing }, () => 0n);
  return [...head, ...zeros, ...tail].reduce((value, group) => (value << 16n) + group, 0n);
}

/** Reads an address; null when it is none. */
export function parseAddress(text: string): Address | null {
  const width = text.includes(':') ? 128 : 32;
  const value = width === 32 ? parseIpv4(text) : parseIpv6(text);
  return value === null ? null : { width, value };
}

/** Reads a block; bits of the host may be set. Null when it is none. */
export function parsePrefix(text: string): Prefix | null {
  const slash = text.lastIndexOf('/');
  const address = slash < 0 ? null : parseAddress(text.slice(0, slash));
  const bits = text.slice(slash + 1);
  if (address === null || !/^(?:0|[1-9]\d{0,2})$/.test(bits)) return null;
  return Number(bits) > address.width ? null : { address, bits: Number(bits) };
}

/** `172.18.0.2`, `fd00::2`: IPv6 in its shortest form, the longest run of zeros left out. */
export function formatAddress({ width, value }: Address): string {
  if (width === 32)
    return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 255n)).join('.');
  const groups = Array.from({ length: 8 }, (_, i) =>
    ((value >> BigInt(112 - i * 16)) & 0xffffn).toString(16),
  );
  let [start, length] = [0, 0];
  for (let i = 0; i < 8; i++) {
    let run = 0;
    while (groups[i + run] === '0') run++;
    if (run > length) [start, length] = [i, run];
  }
  if (length < 2) return groups.join(':');
  return `${groups.slice(0, start).join(':')}::${groups.slice(start + length).join(':')}`;
}

export function formatPrefix({ address, bits }: Prefix): string {
  return `${formatAddress(address)}/${bits}`;
}

function hostBits({ address, bits }: Prefix): bigint {
  return BigInt(address.width - bits);
}

/** The block with the bits of the host cleared. */
export function maskedPrefix(prefix: Prefix): Prefix {
  const { address, bits } = prefix;
  const shift = hostBits(prefix);
  return { address: { ...address, value: (address.value >> shift) << shift }, bits };
}

export function contains(prefix: Prefix, address: Address): boolean {
  const shift = hostBits(prefix);
  return (
    prefix.address.width === address.width &&
    prefix.address.value >> shift === address.value >> shift
  );
}

/** Do two blocks share an address? */
export function overlaps(one: Prefix, other: Prefix): boolean {
  return one.bits <= other.bits ? contains(one, other.address) : contains(other, one.address);
}

/** The first and the last address of a block. */
export function boundsOf(prefix: Prefix): readonly [first: bigint, last: bigint] {
  const first = maskedPrefix(prefix).address.value;
  return [first, first + (1n << hostBits(prefix)) - 1n];
}
