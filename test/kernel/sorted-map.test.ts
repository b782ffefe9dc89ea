import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SortedMap } from '@/lib/kernel/sorted-map';

const key = fc.oneof(
  fc.string({ maxLength: 3 }),
  fc.integer({ min: 0, max: 400 }).map((number) => number.toString(16)),
);
const change = fc.oneof(
  fc.tuple(fc.constant('set' as const), key, fc.nat()),
  fc.tuple(fc.constant('delete' as const), key, fc.nat()),
);

function sorted(model: ReadonlyMap<string, number>): [string, number][] {
  return [...model].sort(([a], [b]) => (a < b ? -1 : 1));
}

describe('a sorted map', () => {
  it('holds what a plain map holds after any changes, in the order of the keys, and its earlier versions stay as they were', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 900, size: 'max' }), key, (changes, from) => {
        const model = new Map<string, number>();
        let map = SortedMap.empty<number>();
        const versions: [SortedMap<number>, [string, number][]][] = [];
        changes.forEach(([kind, name, value], index) => {
          if (index % 97 === 0) versions.push([map, sorted(model)]);
          map = kind === 'set' ? map.set(name, value) : map.delete(name);
          if (kind === 'set') model.set(name, value);
          else model.delete(name);
        });
        versions.push([map, sorted(model)]);
        for (const [version, entries] of versions) {
          expect([...version]).toEqual(entries);
          expect(version.first()).toEqual(entries[0]);
          expect(version.size).toBe(entries.length);
          expect(version.keys()).toEqual(entries.map(([name]) => name));
          expect(version.values()).toEqual(entries.map(([, value]) => value));
          expect([...version.from(from)]).toEqual(entries.filter(([name]) => name >= from));
          const beginning = entries.filter(([name]) => name.startsWith(from));
          expect(version.startingWith(from)).toEqual(beginning);
          expect(version.startingWith(from, 2)).toEqual(beginning.slice(0, 2));
          for (const [name, value] of entries) expect(version.get(name)).toBe(value);
          expect(version.has(from)).toBe(entries.some(([name]) => name === from));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('tells what has changed since an earlier version, each entry once and in order', () => {
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 300, size: 'max' }),
        fc.array(change, { maxLength: 40 }),
        (first, then) => {
          const play = (map: SortedMap<number>, changes: typeof first) =>
            changes.reduce(
              (played, [kind, name, value]) =>
                kind === 'set' ? played.set(name, value) : played.delete(name),
              map,
            );
          const before = play(SortedMap.empty(), first);
          const after = play(before, then);
          const expected = sorted(new Map([...before, ...after]))
            .map(([name]) => ({ key: name, before: before.get(name), after: after.get(name) }))
            .filter((entry) => entry.before !== entry.after);
          expect(after.changesSince(before)).toEqual(expected);
          expect(after.changesSince(after)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is itself when a change changes nothing', () => {
    const map = SortedMap.of([
      ['b', 1],
      ['a', 2],
    ]);
    expect(map.set('a', 2)).toBe(map);
    expect(map.delete('c')).toBe(map);
    expect(map.delete('a').delete('b')).toBe(SortedMap.empty());
  });
});
