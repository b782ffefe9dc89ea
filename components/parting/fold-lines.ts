/** A line of an output, or how many lines are left out in its place. */
export type FoldedLine =
  | { readonly kind: 'line'; readonly at: number; readonly text: string }
  | { readonly kind: 'more'; readonly at: number; readonly count: number };

/** So many lines are shown before the one that matters, and after it. */
const before = 1;
const after = 2;

/**
 * A long output around the line that matters, or the first line of one in which none does; the rest is folded. A fold never takes the place of a
 * single line.
 *
 * @param marked the line that matters, past the end where something is missing; null: none
 */
export function foldLines(lines: readonly string[], marked: number | null): readonly FoldedLine[] {
  const first = marked === null ? 0 : Math.min(marked - before, lines.length - 1);
  const from = first <= 1 ? 0 : first;
  const end = marked === null ? 1 : marked + after + 1;
  const to = end + 1 >= lines.length ? lines.length : end;
  const fold = (at: number, count: number): FoldedLine[] =>
    count <= 0 ? [] : [{ kind: 'more', at, count }];
  return [
    ...fold(0, from),
    ...lines.slice(from, to).map((text, i): FoldedLine => ({ kind: 'line', at: from + i, text })),
    ...fold(to, lines.length - to),
  ];
}
