import { describe, expect, it } from 'vitest';
import { Recent } from '@/lib/kernel/recent';

describe('what was found for recent texts', () => {
  it('makes a value once for a text, also one that is null', () => {
    const recent = new Recent<string | null>();
    const made: string[] = [];
    const find = (text: string) =>
      recent.get(text, () => {
        made.push(text);
        return text === '' ? null : text.toUpperCase();
      });
    expect([find('a'), find(''), find('a'), find('')]).toEqual(['A', null, 'A', null]);
    expect(made).toEqual(['a', '']);
  });

  it('holds no more than it may and makes the others anew', () => {
    const recent = new Recent<number>(2);
    let made = 0;
    for (const text of ['a', 'b', 'c', 'c', 'a']) recent.get(text, () => ++made);
    expect(made).toBe(4);
  });
});
