import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smallestCover } from '@/lib/quiz/smallest-cover';

const union = (sets: readonly ReadonlySet<string>[]): ReadonlySet<string> =>
  new Set(sets.flatMap((set) => [...set]));

/** The fewest sets that cover all, by trying every choice. */
function fewestByForce(sets: readonly ReadonlySet<string>[]): number {
  const all = union(sets).size;
  let fewest = sets.length;
  for (let choice = 0; choice < 2 ** sets.length; choice++) {
    const chosen = sets.filter((_, i) => (choice >> i) & 1);
    if (chosen.length < fewest && union(chosen).size === all) fewest = chosen.length;
  }
  return fewest;
}

const someSets = fc.array(
  fc
    .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), { maxLength: 5 })
    .map((each) => new Set(each)),
  { maxLength: 9 },
);

describe('the smallest cover', () => {
  test('covers everything and is as small as trying every choice finds', () => {
    fc.assert(
      fc.property(someSets, (sets) => {
        const { chosen, smallest } = smallestCover(sets);
        expect(smallest).toBe(true);
        expect(union(chosen.flatMap((i) => sets[i] ?? []))).toEqual(union(sets));
        expect(chosen.length).toBe(union(sets).size === 0 ? 0 : fewestByForce(sets));
      }),
    );
  });

  test('is smaller than the greedy one where greed misleads', () => {
    const sets = ['abcd', 'ace', 'bdf'].map((letters) => new Set(letters));
    expect(smallestCover(sets)).toEqual({ chosen: [1, 2], smallest: true });
  });
});
