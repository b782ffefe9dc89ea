import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedStep, moveStep, placeStep, removeStep } from '@/components/question/order-steps';

describe('steps', () => {
  it('are placed once, at the end', () => {
    expect(placeStep(placeStep(placeStep([], 'a'), 'b'), 'a')).toEqual(['a', 'b']);
  });

  it('move by one and stay at the ends', () => {
    expect(moveStep(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
    expect(moveStep(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
    expect(moveStep(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c']);
    expect(moveStep(['a', 'b'], 'x', 1)).toEqual(['a', 'b']);
  });

  it('are never lost or doubled by moving, and removing takes out exactly one', () => {
    const list = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1 });
    const by = fc.constantFrom<-1 | 1>(-1, 1);
    fc.assert(
      fc.property(list, fc.nat(), by, (steps, at, direction) => {
        const id = steps[at % steps.length] ?? '';
        expect([...moveStep(steps, id, direction)].sort()).toEqual([...steps].sort());
        expect(removeStep(steps, id)).toHaveLength(steps.length - 1);
      }),
    );
  });
});

describe('movedStep', () => {
  it.each([
    [['a'], ['a', 'b'], { id: 'b', place: 2 }],
    [['a', 'b'], ['b'], { id: 'a', place: null }],
    [['a', 'b', 'c'], ['a', 'c', 'b'], { id: 'c', place: 2 }],
    [['a'], ['a'], null],
    [[], [], null],
  ])('from %j to %j is %j', (before, now, moved) => {
    expect(movedStep(before, now)).toEqual(moved);
  });
});
