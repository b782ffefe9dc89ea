import type { Text } from '@codemirror/state';
import type { DraftProblem } from '@/lib/quiz/studio';

/**
 * Where a problem is underlined: from its column to the end of the word or value there. A place that the text does not
 * have any more becomes the nearest one that it has.
 */
export function problemRange(
  doc: Text,
  { line, column }: Pick<DraftProblem, 'line' | 'column'>,
): { readonly from: number; readonly to: number } {
  const at = doc.line(Math.min(Math.max(1, line), doc.lines));
  const end = at.from + at.text.trimEnd().length;
  const from = Math.min(at.from + Math.max(0, column - 1), end);
  if (from < end) {
    const rest = doc.sliceString(from, end);
    const length = /^[^,\s[\]{}]+/.exec(rest)?.[0].length ?? rest.length;
    return { from, to: from + length };
  }
  const start = at.from + (at.text.length - at.text.trimStart().length);
  return { from: Math.min(start, end), to: end };
}
