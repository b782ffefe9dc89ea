import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppendList } from '@/lib/kernel/append-list';
import { sameValue } from '@/lib/kernel/same-value';
import { SortedMap } from '@/lib/kernel/sorted-map';

describe('the same value', () => {
  it('is what gives the same JSON, and what is shared need not be walked through', () => {
    const json = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(json, json, (a, b) => {
        const copy: unknown = structuredClone(a);
        expect(sameValue(a, copy)).toBe(true);
        if (JSON.stringify(a) !== JSON.stringify(b)) expect(sameValue(a, b)).toBe(false);
        expect(sameValue({ a, b }, { b, a: copy })).toBe(true);
        expect(sameValue([a, { more: 1 }], [copy, { more: 2 }])).toBe(false);
        expect(sameValue({ a }, { a, b: undefined })).toBe(false);
      }),
    );
  });

  it('compares lists by their items, however they were added and whoever added to them since', () => {
    const begun = AppendList.of([{ at: 1 }]);
    const one = begun.append([{ at: 2 }]);
    const other = begun.append([{ at: 2 }]);
    one.append([{ at: 3 }]);
    expect(sameValue(one, other)).toBe(true);
    expect(sameValue(one, begun)).toBe(false);
    expect(sameValue(one, begun.append([{ at: 4 }]))).toBe(false);
    expect(
      sameValue(
        AppendList.later(2, () => [{ at: 1 }, { at: 2 }]),
        one,
      ),
    ).toBe(true);
    expect(sameValue(one, [{ at: 1 }, { at: 2 }])).toBe(false);
  });

  it('compares sorted maps by their entries', () => {
    const map = SortedMap.of([
      ['a', { files: ['x'] }],
      ['b', { files: [] }],
    ]);
    expect(sameValue(map, SortedMap.of([...map]))).toBe(true);
    expect(sameValue(map, map.set('b', { files: ['y'] }))).toBe(false);
    expect(sameValue(map, map.delete('b'))).toBe(false);
  });

  it('takes what cannot be looked into for another', () => {
    const empty = [() => 1, new Map(), new Set(), new Date(0), /a/, new Uint8Array(1)];
    const again = [() => 1, new Map(), new Set(), new Date(0), /a/, new Uint8Array(1)];
    empty.forEach((value, at) => {
      expect(sameValue(value, value)).toBe(true);
      expect(sameValue(value, again[at])).toBe(false);
    });
    expect(sameValue(Object.create(null), {})).toBe(false);
  });
});
