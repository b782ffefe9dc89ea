/** Lines that were typed, the oldest first, and where the reader stands among them. */
export interface LineHistory {
  readonly lines: readonly string[];
  /** An index of `lines`; their number: at the line that is being typed. */
  readonly at: number;
  /** What was typed before the reader went back. */
  readonly draft: string;
}

const MOST_LINES = 500;

export function historyOf(lines: readonly string[]): LineHistory {
  const kept = lines.filter((line, index) => line.trim() !== '' && line !== lines[index - 1]);
  const last = kept.slice(-MOST_LINES);
  return { lines: last, at: last.length, draft: '' };
}

/** A line was run: it stands last, but not twice in a row. */
export function remembered({ lines }: LineHistory, line: string): LineHistory {
  return historyOf([...lines, line]);
}

/** One line back (-1) or ahead (1) from a line that reads `text` now; null at the ends. */
export function recall(
  history: LineHistory,
  step: -1 | 1,
  text: string,
): { readonly history: LineHistory; readonly text: string } | null {
  const { lines, at } = history;
  const to = at + step;
  if (to < 0 || to > lines.length) return null;
  const draft = at === lines.length ? text : history.draft;
  return { history: { lines, at: to, draft }, text: lines[to] ?? draft };
}

/** The latest line before `below` that holds `query`; -1 when there is none. */
export function searchBack({ lines }: LineHistory, query: string, below: number): number {
  for (let at = Math.min(below, lines.length) - 1; at >= 0; at--)
    if (lines[at]?.includes(query)) return at;
  return -1;
}
