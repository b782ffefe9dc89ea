/** A choice of sets that together hold every element that any of them holds. */
export interface Cover {
  /** Indexes of the chosen sets, ascending. */
  readonly chosen: readonly number[];
  /** Whether it was shown that no smaller choice does; false when the search was given up. */
  readonly smallest: boolean;
}

/** A search is given up after so many steps: far more than the course needs, far less than a second. */
const mostSteps = 300_000;

/**
 * The smallest choice of sets that covers all (set cover): branch and bound. Branches on the element that the fewest sets hold; a branch is cut when
 * elements that no two of the remaining sets share would need more sets than the best choice known has, which is at first the greedy one. Equal sets, and sets within another, are left out.
 * Deterministic: the earlier set wins a tie.
 */
export function smallestCover(sets: readonly ReadonlySet<string>[]): Cover {
  const useful = sets
    .map((set, index) => ({ index, set }))
    .filter(
      ({ set, index }) => set.size > 0 && !sets.some((other, i) => within(set, index, other, i)),
    );
  const elements = [...new Set(useful.flatMap(({ set }) => [...set]))].sort();
  const holders = new Map(
    elements.map((element) => [
      element,
      useful.filter(({ set }) => set.has(element)).sort((a, b) => b.set.size - a.set.size),
    ]),
  );
  let best = greedyCover(useful, elements);
  let steps = 0;

  const search = (open: ReadonlySet<string>, chosen: readonly number[]): void => {
    if (open.size === 0) {
      if (chosen.length < best.length) best = chosen;
      return;
    }
    if (++steps > mostSteps || chosen.length + fewestNeeded(open, holders) >= best.length) return;
    let rarest = '';
    let fewest = Infinity;
    for (const element of open) {
      const count = holders.get(element)?.length ?? 0;
      if (count < fewest) [rarest, fewest] = [element, count];
    }
    const gain = ({ set }: { readonly set: ReadonlySet<string> }): number =>
      [...open].filter((element) => set.has(element)).length;
    const candidates = [...(holders.get(rarest) ?? [])].sort((a, b) => gain(b) - gain(a));
    for (const { index, set } of candidates)
      search(new Set([...open].filter((element) => !set.has(element))), [...chosen, index]);
  };
  search(new Set(elements), []);
  return { chosen: [...best].sort((a, b) => a - b), smallest: steps <= mostSteps };
}

/** Whether a set adds nothing to another; of equal ones the later. */
function within(
  set: ReadonlySet<string>,
  index: number,
  other: ReadonlySet<string>,
  i: number,
): boolean {
  if (i === index || other.size < set.size) return false;
  if (other.size === set.size && i > index) return false;
  return [...set].every((element) => other.has(element));
}

interface Candidate {
  readonly index: number;
  readonly set: ReadonlySet<string>;
}

function greedyCover(sets: readonly Candidate[], elements: readonly string[]): readonly number[] {
  const open = new Set(elements);
  const chosen: number[] = [];
  while (open.size > 0) {
    let most: Candidate | undefined;
    let gain = 0;
    for (const candidate of sets) {
      const gained = [...open].filter((element) => candidate.set.has(element)).length;
      if (gained > gain) [most, gain] = [candidate, gained];
    }
    if (most === undefined) break;
    chosen.push(most.index);
    for (const element of most.set) open.delete(element);
  }
  return chosen;
}

/** A lower bound: elements of which no two are held by one set each need a set of their own. */
function fewestNeeded(
  open: ReadonlySet<string>,
  holders: ReadonlyMap<string, readonly Candidate[]>,
): number {
  const byRarity = [...open].sort(
    (a, b) => (holders.get(a)?.length ?? 0) - (holders.get(b)?.length ?? 0),
  );
  const taken = new Set<number>();
  let needed = 0;
  for (const element of byRarity) {
    const own = holders.get(element) ?? [];
    if (own.some(({ index }) => taken.has(index))) continue;
    needed++;
    for (const { index } of own) taken.add(index);
  }
  return needed;
}
