/** A line of an output, or how many lines are left out in its place. */
export type FoldedLine =
  | { readonly kind: 'line'; readonly at: number; readonly text: string }
  | { readonly kind: 'more'; readonly at: number; readonly count: number };

/** So many lines stand around the one that matters: one before it, two after it. */
const before = 1;
const after = 2;

/**
 * A long output around the line that matters (of one in which none does, its beginning), the rest folded. A fold never takes the place of
 * a single line.
 *
 * @param marked the line that matters, past the end where something is missing; null: none
 */
export function foldLines(lines: readonly string[], marked: number | null): readonly FoldedLine[] {
  const at = marked ?? before;
  const from = at - before <= 1 ? 0 : Math.min(at - before, lines.length - 1);
  const end = at + after + 1;
  const to = end + 1 >= lines.length ? lines.length : end;
  const shown = lines
    .slice(from, to)
    .map((text, index): FoldedLine => ({ kind: 'line', at: from + index, text }));
  return [
    ...(from === 0 ? [] : [{ kind: 'more', at: 0, count: from } as const]),
    ...shown,
    ...(to === lines.length ? [] : [{ kind: 'more', at: to, count: lines.length - to } as const]),
  ];
}
