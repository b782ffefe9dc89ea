import { changesOf, type Change, type Sides } from './edit-script';

/** How many places may be looked at; what is left then counts as changed. */
const MOST_STEPS = 20_000_000;

/**
 * The fewest lines that have to change, as GNU diff finds them: the search of E. Myers, "An O(ND) Difference Algorithm and its Variations", from both ends
 * at once, over the lines that the other side has at all; then runs of changed lines are moved as GNU moves them. Of what both files begin and end with no
 * more than `horizon` lines take part.
 */
export function shortestEdit({ left, right }: Sides, horizon: number): readonly Change[] {
  let from = 0;
  while (from < left.length && from < right.length && left[from] === right[from]) from++;
  from = Math.max(0, from - horizon);
  const room = Math.min(left.length, right.length) - from;
  let same = 0;
  while (same < room && left[left.length - 1 - same] === right[right.length - 1 - same]) same++;
  const cut = Math.max(0, same - horizon);
  const inner = [left, right].map((side) => side.subarray(from, side.length - cut));
  const [one = left, two = right] = inner;
  return editOf(one, two).map((change) => ({
    left: [change.left[0] + from, change.left[1] + from],
    right: [change.right[0] + from, change.right[1] + from],
  }));
}

function editOf(left: Int32Array, right: Int32Array): readonly Change[] {
  const marks = [new Uint8Array(left.length), new Uint8Array(right.length)] as const;
  const [inLeft, inRight] = [new Set(left), new Set(right)];
  const kept = (lines: Int32Array, others: ReadonlySet<number>, mark: Uint8Array): number[] =>
    [...lines.keys()].filter((at) => {
      const isThere = others.has(lines[at] ?? 0);
      if (!isThere) mark[at] = 1;
      return isThere;
    });
  new Search(
    { lines: left, kept: kept(left, inRight, marks[0]), marks: marks[0] },
    { lines: right, kept: kept(right, inLeft, marks[1]), marks: marks[1] },
  ).run();
  slide(left, marks[0], marks[1]);
  slide(right, marks[1], marks[0]);
  return changesOf(...marks);
}

/** One side of a search: its lines, the places of those that take part, and the marks of what changes. */
interface Side {
  readonly lines: Int32Array;
  readonly kept: readonly number[];
  readonly marks: Uint8Array;
}

class Search {
  private readonly x: Int32Array;
  private readonly y: Int32Array;
  /** How far the ways from the beginning and from the end have come, by diagonal. */
  private readonly forward: Int32Array;
  private readonly backward: Int32Array;
  private readonly origin: number;
  private steps = 0;

  constructor(
    private readonly left: Side,
    private readonly right: Side,
  ) {
    this.x = Int32Array.from(left.kept, (at) => left.lines[at] ?? 0);
    this.y = Int32Array.from(right.kept, (at) => right.lines[at] ?? 0);
    this.forward = new Int32Array(this.x.length + this.y.length + 3);
    this.backward = new Int32Array(this.forward.length);
    this.origin = this.y.length + 1;
  }

  run(): void {
    const rest: (readonly [number, number, number, number])[] = [
      [0, this.x.length, 0, this.y.length],
    ];
    for (let range = rest.pop(); range !== undefined; range = rest.pop()) {
      const { x, y } = this;
      let [xFrom, xTo, yFrom, yTo] = range;
      for (; xFrom < xTo && yFrom < yTo && x[xFrom] === y[yFrom]; xFrom++) yFrom++;
      for (; xFrom < xTo && yFrom < yTo && x[xTo - 1] === y[yTo - 1]; xTo--) yTo--;
      const middle = xFrom === xTo || yFrom === yTo ? null : this.middle(xFrom, xTo, yFrom, yTo);
      if (middle === null) {
        for (const at of this.left.kept.slice(xFrom, xTo)) this.left.marks[at] = 1;
        for (const at of this.right.kept.slice(yFrom, yTo)) this.right.marks[at] = 1;
      } else rest.push([middle.x, xTo, middle.y, yTo], [xFrom, middle.x, yFrom, middle.y]);
    }
  }

  /** Where a shortest way through a range crosses its middle; null when too much has been looked at. */
  private middle(
    xFrom: number,
    xTo: number,
    yFrom: number,
    yTo: number,
  ): { readonly x: number; readonly y: number } | null {
    const { x, y, forward, backward, origin } = this;
    const [least, most] = [xFrom - yTo, xTo - yFrom];
    const [start, end] = [xFrom - yFrom, xTo - yTo];
    const isOdd = ((start - end) & 1) !== 0;
    let [fMin, fMax, bMin, bMax] = [start, start, end, end];
    forward[origin + start] = xFrom;
    backward[origin + end] = xTo;
    for (;;) {
      if (fMin > least) forward[origin + --fMin - 1] = -1;
      else fMin++;
      if (fMax < most) forward[origin + ++fMax + 1] = -1;
      else fMax--;
      for (let d = fMax; d >= fMin; d -= 2) {
        const [low, high] = [forward[origin + d - 1] ?? -1, forward[origin + d + 1] ?? -1];
        let at = low < high ? high : low + 1;
        while (at < xTo && at - d < yTo && x[at] === y[at - d]) at++;
        forward[origin + d] = at;
        if (isOdd && bMin <= d && d <= bMax && (backward[origin + d] ?? 0) <= at)
          return { x: at, y: at - d };
      }
      if (bMin > least) backward[origin + --bMin - 1] = 0x7fffffff;
      else bMin++;
      if (bMax < most) backward[origin + ++bMax + 1] = 0x7fffffff;
      else bMax--;
      for (let d = bMax; d >= bMin; d -= 2) {
        const [low, high] = [backward[origin + d - 1] ?? 0, backward[origin + d + 1] ?? 0];
        let at = low < high ? low : high - 1;
        while (xFrom < at && yFrom < at - d && x[at - 1] === y[at - d - 1]) at--;
        backward[origin + d] = at;
        if (!isOdd && fMin <= d && d <= fMax && at <= (forward[origin + d] ?? 0))
          return { x: at, y: at - d };
      }
      this.steps += fMax - fMin + bMax - bMin + 4;
      if (this.steps > MOST_STEPS) return null;
    }
  }
}

/**
 * Moves every run of changed lines: back, as long as it grows together with the run before it, then as far down as it goes, and back again to where the
 * other side changes too (diffutils, src/analyze.c, shift_boundaries).
 */
function slide(lines: Int32Array, own: Uint8Array, other: Uint8Array): void {
  const isOwn = (at: number): boolean => own[at] === 1;
  const isOther = (at: number): boolean => other[at] === 1;
  let [at, there] = [0, 0];
  for (;;) {
    for (; at < lines.length && !isOwn(at); at++) while (isOther(there++));
    if (at === lines.length) return;
    let start = at;
    while (isOwn(++at));
    while (isOther(there)) there++;
    let corresponding: number;
    let length: number;
    do {
      length = at - start;
      while (start > 0 && lines[start - 1] === lines[at - 1]) {
        own[--start] = 1;
        own[--at] = 0;
        while (isOwn(start - 1)) start--;
        while (isOther(--there));
      }
      corresponding = isOther(there - 1) ? at : lines.length;
      while (at !== lines.length && lines[start] === lines[at]) {
        own[start++] = 0;
        own[at++] = 1;
        while (isOwn(at)) at++;
        while (isOther(++there)) corresponding = at;
      }
    } while (length !== at - start);
    while (corresponding < at) {
      own[--start] = 1;
      own[--at] = 0;
      while (isOther(--there));
    }
  }
}
