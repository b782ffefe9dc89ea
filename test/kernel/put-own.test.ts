import fc from 'fast-check';
import { expect, it } from 'vitest';
import { own } from '../../lib/kernel/own';
import { putOwn } from '../../lib/kernel/put-own';

const key = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty'),
  fc.string(),
);

it('keeps every key that somebody may type, each with what was last put there', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.string())), (pairs) => {
      const record: Record<string, string> = {};
      for (const [name, value] of pairs) putOwn(record, name, value);
      const last = new Map(pairs);
      expect(Object.keys(record).sort()).toEqual([...last.keys()].sort());
      for (const [name, value] of last) expect(own(record, name)).toBe(value);
      expect(Object.getPrototypeOf(record)).toBe(Object.prototype);
    }),
    { numRuns: 200 },
  );
});
