import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppendList } from '@/lib/kernel/append-list';

describe('an append list', () => {
  it('and every list that it grew from keep their items, whichever of them is added to', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 5 })),
        fc.array(fc.tuple(fc.nat(), fc.array(fc.nat(), { maxLength: 3 })), { maxLength: 60 }),
        fc.boolean(),
        (start, appends, later) => {
          const lists = [
            later ? AppendList.later(start.length, () => start) : AppendList.of(start),
          ];
          const models = [start];
          for (const [which, items] of appends) {
            const at = which % lists.length;
            lists.push((lists[at] ?? AppendList.of<number>([])).append(items));
            models.push([...(models[at] ?? []), ...items]);
          }
          lists.forEach((list, index) => {
            const model = models[index] ?? [];
            expect([...list]).toEqual(model);
            expect(list.length).toBe(model.length);
            expect(list.last(2)).toEqual(model.slice(-2));
            expect(list.from(1)).toEqual(model.slice(1));
          });
        },
      ),
    );
  });

  it('knows the lists that it grew from, and not those that only look like them', () => {
    const [one, two, three] = [{ at: 1 }, { at: 2 }, { at: 3 }];
    const begun = AppendList.of([one]);
    const grown = begun.append([two]);
    const other = begun.append([three]);
    expect([grown.extends(begun), grown.extends(grown), other.extends(begun)]).toEqual([
      true,
      true,
      true,
    ]);
    expect(begun.extends(grown)).toBe(false);
    expect(other.append([three]).extends(grown)).toBe(false);
    expect(AppendList.of([{ at: 1 }, two]).extends(begun)).toBe(false);
  });

  it('makes early items only when they are looked at, and once', () => {
    let made = 0;
    const early = AppendList.later(3, () => {
      made++;
      return [1, 2, 3];
    });
    const grown = early.append([4]);
    expect([grown.length, grown.from(3), grown.last(1), grown.extends(early)]).toEqual([
      4,
      [4],
      [4],
      true,
    ]);
    expect(made).toBe(0);
    expect([[...grown], grown.last(2), early.from(1)]).toEqual([
      [1, 2, 3, 4],
      [3, 4],
      [2, 3],
    ]);
    expect(made).toBe(1);
    expect(AppendList.of([1, 2, 3]).extends(early)).toBe(true);
    expect(early.append([5]).extends(grown)).toBe(false);
  });
});
