/** Edits (insert, delete, replace, swap of neighbours) from one word to the other: optimal string alignment. */
function distance(a: string, b: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (previous[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforePrevious[j - 2] ?? 0) + 1);
      }
      current.push(cost);
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** The known word that a mistyped one most likely means, or null when none is near (more than a third differs). */
export function nearestWord(word: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    const edits = distance(word.toLowerCase(), candidate.toLowerCase());
    if (edits < bestDistance) {
      best = candidate;
      bestDistance = edits;
    }
  }
  return best;
}

/** `did you mean X?`, or the known words when none is near, or '' when nothing is known. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const words = [...known];
  const nearest = nearestWord(word, words);
  if (nearest !== null) return `did you mean "${nearest}"?`;
  if (words.length === 0) return '';
  const shown = words.slice(0, 12);
  const rest = words.length - shown.length;
  return `use one of: ${shown.join(', ')}${rest > 0 ? ` … (${rest} more)` : ''}`;
}
