import {
  contains,
  maskedPrefix,
  parseAddress,
  parsePrefix,
  type Prefix,
} from '../../network/address';
import { putOwn } from '../../../kernel/put-own';
import { CommandError } from '../client';
import type { ParsedFlags } from '../flags';

/** A list that may be given in one word: `--subnet a,b`. */
function words(flags: ParsedFlags, name: string): readonly string[] {
  return flags.list(name).flatMap((text) => text.split(','));
}

interface Block {
  readonly subnet: string;
  readonly prefix: Prefix;
  range: string;
  gateway: string;
  readonly reserved: Record<string, string>;
}

function prefixOf(subnet: string): Prefix {
  const prefix = parsePrefix(subnet);
  if (prefix === null) throw new CommandError(`invalid subnet: invalid CIDR address: ${subnet}`);
  return maskedPrefix(prefix);
}

/** Does a subnet hold an address, or the address of a block? Something that is no address is in none. */
function holds({ prefix }: Block, text: string): boolean {
  if (!text.includes('/')) {
    const address = parseAddress(text);
    return address !== null && contains(prefix, address);
  }
  const other = parsePrefix(text);
  if (other === null) throw new CommandError(`invalid CIDR address: ${text}`);
  return contains(prefix, other.address);
}

/** The client looks at a subnet only when it has something to compare it with; one that is none is then the engine's to refuse. */
const UNREAD: Prefix = { address: { width: 32, value: 0n }, bits: 32 };

function blocksOf(flags: ParsedFlags): readonly Block[] {
  const subnets = words(flags, 'subnet');
  const alone = subnets.length === 1 && parsePrefix(subnets[0] ?? '') === null;
  const blocks: Block[] = [];
  for (const subnet of subnets) {
    const prefix = alone ? UNREAD : prefixOf(subnet);
    const block = { subnet, prefix, range: '', gateway: '', reserved: {} };
    if (blocks.some((other) => holds(block, other.subnet) || holds(other, subnet)))
      throw new CommandError('multiple overlapping subnet configuration is not supported');
    blocks.push(block);
  }
  return blocks;
}

/** The blocks of addresses as the flags give them, belonging together put together (docker/cli cli/command/network/create.go createIPAMConfig). */
function ipamConfig(flags: ParsedFlags): readonly Readonly<Record<string, unknown>>[] {
  const ranges = words(flags, 'ip-range');
  const gateways = words(flags, 'gateway');
  const count = words(flags, 'subnet').length;
  if (count < ranges.length || count < gateways.length)
    throw new CommandError('every ip-range or gateway must have a corresponding subnet');
  const blocks = blocksOf(flags);
  for (const range of ranges) {
    if (parsePrefix(range) === null) throw new CommandError(`invalid CIDR address: ${range}`);
    for (const block of matching(blocks, range, `no matching subnet for range ${range}`)) {
      if (block.range !== '')
        throw new CommandError(
          `cannot configure multiple ranges (${range}, ${block.range}) on the same subnet (${block.subnet})`,
        );
      block.range = range;
    }
  }
  for (const gateway of gateways)
    for (const block of matching(blocks, gateway, `no matching subnet for gateway ${gateway}`)) {
      if (block.gateway !== '')
        throw new CommandError(
          `cannot configure multiple gateways (${gateway}, ${block.gateway}) for the same subnet (${block.subnet})`,
        );
      block.gateway = gateway;
    }
  for (const [name, address] of flags.map('aux-address'))
    for (const block of matching(blocks, address, `no matching subnet for aux-address ${address}`))
      putOwn(block.reserved, name, address);
  return blocks.map(({ subnet, range, gateway, reserved }) => ({
    Subnet: subnet,
    ...(range === '' ? {} : { IPRange: range }),
    ...(gateway === '' ? {} : { Gateway: gateway }),
    ...(Object.keys(reserved).length === 0 ? {} : { AuxiliaryAddresses: reserved }),
  }));
}

function matching(blocks: readonly Block[], text: string, missing: string): readonly Block[] {
  for (const { subnet } of blocks) prefixOf(subnet);
  const found = blocks.filter((block) => holds(block, text));
  if (found.length === 0) throw new CommandError(missing);
  return found;
}

/** The body of `POST /networks/create`. */
export function networkOrderBody(flags: ParsedFlags): Readonly<Record<string, unknown>> {
  const config = ipamConfig(flags);
  const from = flags.string('config-from');
  const labels = flags.list('label').map((text): [string, string] => {
    const equals = text.indexOf('=');
    return equals < 0 ? [text, ''] : [text.slice(0, equals), text.slice(equals + 1)];
  });
  return {
    Driver: flags.string('driver'),
    Scope: flags.string('scope'),
    ...(flags.changed('ipv4') ? { EnableIPv4: flags.bool('ipv4') } : {}),
    ...(flags.changed('ipv6') ? { EnableIPv6: flags.bool('ipv6') } : {}),
    IPAM: {
      Driver: flags.string('ipam-driver'),
      Options: Object.fromEntries(flags.map('ipam-opt')),
      Config: config,
    },
    Internal: flags.bool('internal'),
    Attachable: flags.bool('attachable'),
    Ingress: flags.bool('ingress'),
    ConfigOnly: flags.bool('config-only'),
    ConfigFrom: from === '' ? null : { Network: from },
    Options: Object.fromEntries(flags.map('opt')),
    Labels: Object.fromEntries(labels),
    Name: flags.args[0] ?? '',
  };
}
