import {
  contains,
  formatPrefix,
  maskedPrefix,
  overlaps,
  parseAddress,
  parsePrefix,
  type Prefix,
} from './address';
import { joinErrors } from './join-errors';
import type { AddressPool } from './network';

const familyOf = ({ address }: Prefix): string => (address.width === 32 ? 'IPv4' : 'IPv6');

function addressError(text: string, subnet: Prefix): string | null {
  if (text === '') return null;
  const address = parseAddress(text);
  if (address === null) return 'invalid address';
  if (address.width !== subnet.address.width)
    return `parent subnet is an ${familyOf(subnet)} block`;
  return contains(subnet, address)
    ? null
    : `parent subnet ${formatPrefix(subnet)} doesn't contain this address`;
}

function rangeErrors(text: string, subnet: Prefix): readonly string[] {
  if (text === '') return [];
  const range = parsePrefix(text);
  const invalid = (reason: string): string => `invalid ip-range ${text}: ${reason}`;
  if (range === null) return [invalid('invalid CIDR block notation')];
  if (range.address.width !== subnet.address.width)
    return [invalid(`parent subnet is an ${familyOf(subnet)} block`)];
  const errors: string[] = [];
  if (range.bits < subnet.bits)
    errors.push(invalid(`CIDR block is bigger than its parent subnet ${formatPrefix(subnet)}`));
  const masked = formatPrefix(maskedPrefix(range));
  if (masked !== formatPrefix(range))
    errors.push(`invalid ip-range ${formatPrefix(range)}: it should be ${masked}`);
  if (!overlaps(subnet, range))
    errors.push(invalid(`parent subnet ${formatPrefix(subnet)} doesn't contain ip-range`));
  return errors;
}

/** What is wrong with the blocks that were asked for; null when nothing is (moby api/types/network/ipam.go ValidateIPAM). */
export function poolsError(pools: readonly AddressPool[], ipv6: boolean): string | null {
  const errors: string[] = [];
  for (const pool of pools) {
    const subnet = parsePrefix(pool.subnet);
    if (subnet === null) {
      errors.push(`invalid subnet ${pool.subnet}: invalid CIDR block notation`);
      continue;
    }
    if (!ipv6 && subnet.address.width === 128) continue;
    const masked = formatPrefix(maskedPrefix(subnet));
    if (masked !== formatPrefix(subnet))
      errors.push(`invalid subnet ${formatPrefix(subnet)}: it should be ${masked}`);
    errors.push(...rangeErrors(pool.range, subnet));
    const gateway = addressError(pool.gateway, subnet);
    if (gateway !== null) errors.push(`invalid gateway ${pool.gateway}: ${gateway}`);
    for (const [name, address] of Object.entries(pool.reserved)) {
      const error = addressError(address, subnet);
      if (error !== null) errors.push(`invalid auxiliary address ${name}: ${error}`);
    }
  }
  return errors.length === 0 ? null : `invalid network config:\n${joinErrors(errors)}`;
}
