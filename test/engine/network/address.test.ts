import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contains,
  formatAddress,
  formatPrefix,
  maskedPrefix,
  overlaps,
  parseAddress,
  parsePrefix,
} from '@/lib/engine/network/address';

describe('addresses', () => {
  it.each([
    ['172.18.0.1', '172.18.0.1'],
    ['::', '::'],
    ['::1', '::1'],
    ['fd00:0:0:1::2', 'fd00:0:0:1::2'],
    ['2001:DB8:0:0:0:0:0:33', '2001:db8::33'],
    ['1:0:0:2:0:0:0:3', '1:0:0:2::3'],
    ['::ffff:10.0.0.1', '::ffff:a00:1'],
  ])('%s is written %s', (text, written) => {
    const address = parseAddress(text);
    expect(address && formatAddress(address)).toBe(written);
  });

  it.each(['', '1.2.3', '1.2.3.256', '01.2.3.4', '1.2.3.4.5', 'web', ':::', '1::2::3', 'g::'])(
    '%s is none',
    (text) => {
      expect(parseAddress(text)).toBeNull();
    },
  );

  it.each(['10.0.0.0', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/08', 'x/8', '::/129'])(
    '%s is no block',
    (text) => {
      expect(parsePrefix(text)).toBeNull();
    },
  );

  it('reads what it wrote', () => {
    const widths = fc.constantFrom(32 as const, 128 as const);
    const address = widths.chain((width) =>
      fc.bigInt({ min: 0n, max: (1n << BigInt(width)) - 1n }).map((value) => ({ width, value })),
    );
    fc.assert(
      fc.property(address, (each) => {
        expect(parseAddress(formatAddress(each))).toEqual(each);
      }),
    );
  });

  it('a block holds its own beginning, and blocks overlap either way round', () => {
    const prefix = fc
      .tuple(fc.bigInt({ min: 0n, max: 0xffffffffn }), fc.integer({ min: 0, max: 32 }))
      .map(([value, bits]) => ({ address: { width: 32 as const, value }, bits }));
    fc.assert(
      fc.property(prefix, prefix, (one, other) => {
        expect(contains(one, maskedPrefix(one).address)).toBe(true);
        expect(overlaps(one, other)).toBe(overlaps(other, one));
        expect(parsePrefix(formatPrefix(one))).toEqual(one);
      }),
    );
  });
});
