import { changesOf, type Change, type Sides } from './edit-script';

/** A pair of equal lines, the longest common part up to it behind `before`. */
interface Candidate {
  readonly x: number;
  readonly y: number;
  readonly before: Candidate | null;
}

/** How often a line may stand for another one of its kind (busybox editors/diff.c). */
const MOST_TRIES = 256;
/** How many pairs may be looked at; what is left then counts as changed. */
const MOST_PAIRS = 5_000_000;

/**
 * The changes as busybox's diff finds them: J. W. Hunt and M. D. McIlroy, "An Algorithm for Differential File Comparison", which keeps for every length the
 * common part that ends first on the right.
 */
export function candidateEdit({ left, right }: Sides): readonly Change[] {
  const marks = [
    new Uint8Array(left.length).fill(1),
    new Uint8Array(right.length).fill(1),
  ] as const;
  const keep = (x: number, y: number): void => {
    marks[0][x] = 0;
    marks[1][y] = 0;
  };
  let from = 0;
  let [xTo, yTo] = [left.length, right.length];
  for (; from < xTo && from < yTo && left[from] === right[from]; from++) keep(from, from);
  for (; xTo > from && yTo > from && left[xTo - 1] === right[yTo - 1]; xTo--, yTo--)
    keep(xTo - 1, yTo - 1);
  for (let pair = longest({ left, right }, from, xTo, yTo); pair; pair = pair.before)
    keep(pair.x, pair.y);
  return changesOf(...marks);
}

/** The last pair of the longest common part of two ranges. */
function longest({ left, right }: Sides, from: number, xTo: number, yTo: number): Candidate | null {
  const places = new Map<number, number[]>();
  for (let y = from; y < yTo; y++) {
    const known = places.get(right[y] ?? 0);
    if (known) known.push(y);
    else places.set(right[y] ?? 0, [y]);
  }
  /** The candidate that ends first on the right, by the length of its part less one. */
  const ends: Candidate[] = [];
  let pairs = 0;
  for (let x = from; x < xTo && pairs < MOST_PAIRS; x++) {
    let [before, last, tries] = [null as Candidate | null, -1, 0];
    for (const y of places.get(left[x] ?? 0) ?? []) {
      pairs++;
      if (tries >= MOST_TRIES) break;
      if (y <= (before?.y ?? -1)) continue;
      const length = firstNotBefore(ends, y);
      if (length !== last + 1) before = ends[length - 1] ?? null;
      const known = ends[length];
      if (known === undefined) {
        ends.push({ x, y, before });
        break;
      }
      if (known.y <= y) continue;
      ends[length] = { x, y, before };
      before = known;
      last = length;
      tries++;
    }
  }
  return ends.at(-1) ?? null;
}

/** The first of the ends that is not before a line. */
function firstNotBefore(ends: readonly Candidate[], y: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle]?.y ?? 0) < y) low = middle + 1;
    else high = middle;
  }
  return low;
}
