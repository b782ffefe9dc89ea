import { describe, expect, it } from 'vitest';
import { Latest } from '@/lib/kernel/latest';

describe('Latest', () => {
  it('knows an object by itself, not by what it holds', () => {
    const latest = new Latest<object, number>();
    const key = { a: 1 };
    latest.set(key, 5);
    expect(latest.get(key)).toBe(5);
    expect(latest.get({ a: 1 })).toBeUndefined();
  });

  it('keeps as many as it may and forgets the oldest', () => {
    const latest = new Latest<object, number>(3);
    const keys = [{}, {}, {}, {}];
    keys.forEach((key, index) => latest.set(key, index));
    expect(keys.map((key) => latest.get(key))).toEqual([undefined, 1, 2, 3]);
  });
});
