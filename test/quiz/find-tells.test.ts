import { expect, test } from 'vitest';
import { chiSquareLimit, findTells, type Silhouette } from '@/lib/quiz/find-tells';

function silhouettes(make: (i: number) => Partial<Silhouette>): Silhouette[] {
  return Array.from({ length: 200 }, (_, i) => ({
    options: 4,
    keyPosition: i % 4,
    keyIsMuchLonger: false,
    keyIsMuchShorter: false,
    ...make(i),
  }));
}

test('nothing is told when the key stands anywhere and is of ordinary length', () => {
  expect(findTells(silhouettes(() => ({})))).toEqual([]);
  expect(findTells([])).toEqual([]);
});

test('a key that mostly stands first is a tell', () => {
  const tells = findTells(silhouettes((i) => ({ keyPosition: i % 3 === 0 ? i % 4 : 0 })));
  expect(tells).toContainEqual(expect.objectContaining({ kind: 'position' }));
});

test('a key that is nearly always by far the longest, or the shortest, is a tell', () => {
  expect(findTells(silhouettes((i) => ({ keyIsMuchLonger: i % 20 !== 0 })))).toEqual([
    { kind: 'longest', share: 0.95 },
  ]);
  expect(findTells(silhouettes((i) => ({ keyIsMuchShorter: i % 20 !== 0 })))).toEqual([
    { kind: 'shortest', share: 0.95 },
  ]);
  expect(findTells(silhouettes((i) => ({ keyIsMuchLonger: i % 2 === 0 })))).toEqual([]);
});

test.each([
  [1, 23.93],
  [2, 27.63],
  [3, 30.66],
  [5, 35.89],
])(
  'with %i degrees of freedom chance exceeds the limit once in a million at most',
  (freedom, exact) => {
    expect(chiSquareLimit(freedom)).toBeGreaterThanOrEqual(exact);
    expect(chiSquareLimit(freedom)).toBeLessThan(exact * 1.2);
  },
);
