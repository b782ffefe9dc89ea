import { describe, expect, test } from 'vitest';
import { gradeSeveral, severalScore } from '@/lib/quiz/grade-several';
import type { Ticked, VariantKey } from '@/lib/quiz/types';

const statements = ['a', 'b', 'c', 'd'];
const key: Extract<VariantKey, { kind: 'several' }> = {
  kind: 'several',
  holding: ['a', 'b'],
  beliefs: [
    { id: 'forgets-a', holding: ['b'] },
    { id: 'adds-c', holding: ['a', 'b', 'c'] },
    { id: 'forgets-a-adds-d', holding: ['b', 'd'] },
  ],
};

describe('the score of ticked statements', () => {
  test('ticking everything and ticking nothing are worth nothing, however many hold', () => {
    for (let holding = 1; holding < 5; holding++) {
      const others = 5 - holding;
      expect(severalScore(holding, holding, others, others)).toBe(0);
      expect(severalScore(holding, 0, others, 0)).toBe(0);
    }
    expect(severalScore(0, 0, 4, 4)).toBe(0);
    expect(severalScore(4, 0, 0, 0)).toBe(0);
  });

  test('a coin is worth nothing: over all ways to tick, what is above chance and what is below cancel out', () => {
    let sum = 0;
    for (let set = 0; set < 16; set++) {
      const ticked = statements.filter((_, i) => (set >> i) & 1);
      const hits = ticked.filter((id) => key.holding.includes(id)).length;
      sum += hits / 2 - (ticked.length - hits) / 2;
    }
    expect(sum).toBe(0);
  });

  test.each<[string, Ticked, number]>([
    ['exactly those that hold', ['a', 'b'], 1],
    ['the same in another order', ['b', 'a'], 1],
    ['one that holds was left', ['b'], 0.5],
    ['one too many was ticked', ['a', 'b', 'c'], 0.5],
    ['one of each', ['a', 'c'], 0],
    ['everything', ['a', 'b', 'c', 'd'], 0],
    ['none of these', 'none', 0],
    ['the contrary', ['c', 'd'], 0],
  ])('%s', (_what, ticked, score) => {
    expect(gradeSeveral(key, statements, ticked).score).toBe(score);
  });

  test('where nothing holds, "none of these" is right and one tick is not', () => {
    const nothing = { ...key, holding: [], beliefs: [] };
    expect(gradeSeveral(nothing, statements, 'none').correct).toBe(true);
    expect(gradeSeveral(nothing, statements, ['a'])).toEqual({
      score: 0.5,
      correct: false,
      misconceptions: [],
    });
  });
});

describe('the beliefs behind ticked statements', () => {
  test.each<[string, Ticked, readonly string[]]>([
    ['the answer is a belief’s own', ['b'], ['forgets-a']],
    ['one belief explains two mistakes', ['b', 'd'], ['forgets-a-adds-d']],
    ['two beliefs together explain every mistake', ['b', 'c'], ['forgets-a', 'adds-c']],
    ['a mistake that no belief makes', ['a', 'b', 'd'], []],
    ['one mistake explained, another not', 'none', []],
    ['the key', ['a', 'b'], []],
  ])('%s', (_what, ticked, beliefs) => {
    expect(gradeSeveral(key, statements, ticked).misconceptions).toEqual(beliefs);
  });
});
