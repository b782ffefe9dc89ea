import { describe, expect, it } from 'vitest';
import { closestOrder } from '@/lib/quiz/closest-order';

describe('closestOrder', () => {
  it('is the right order that the answer agrees with most', () => {
    const orders = [
      ['a', 'b', 'c'],
      ['b', 'a', 'c'],
    ];
    expect(closestOrder(['b', 'c', 'a'], orders)).toEqual(['b', 'a', 'c']);
    expect(closestOrder([], orders)).toEqual(['a', 'b', 'c']);
  });
});
