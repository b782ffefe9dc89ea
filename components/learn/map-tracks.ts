/** A straight piece of a line in a gap between boxes. Pieces of one name lie on one track. */
export interface Stretch {
  readonly name: string;
  readonly gap: number;
  readonly ends: readonly [number, number];
}

/** Pixels between two tracks where there is room enough. */
const apart = 6;

/**
 * How far from the middle of its gap each line runs, in pixels, so that lines of different names do not lie on one another: each takes the first track on which it
 * meets no other. Where a gap has many tracks they move together.
 * @param room the width of every gap, in pixels
 */
export function trackOffsets(
  stretches: readonly Stretch[],
  room: number,
): ReadonlyMap<string, number> {
  const offsets = new Map<string, number>();
  for (const gap of new Set(stretches.map((stretch) => stretch.gap))) {
    const tracks: number[] = [];
    const placed = spansOf(stretches.filter((stretch) => stretch.gap === gap)).map((span) => {
      const free = tracks.findIndex((end) => end < span.from);
      const track = free === -1 ? tracks.length : free;
      tracks[track] = span.to;
      return { name: span.name, track };
    });
    const step = Math.min(apart, room / tracks.length);
    for (const { name, track } of placed)
      offsets.set(name, (track - (tracks.length - 1) / 2) * step);
  }
  return offsets;
}

/** What the pieces of each name reach over together, from the left. */
function spansOf(stretches: readonly Stretch[]) {
  const ends = new Map<string, number[]>();
  for (const stretch of stretches)
    ends.set(stretch.name, [...(ends.get(stretch.name) ?? []), ...stretch.ends]);
  return [...ends]
    .map(([name, all]) => ({ name, from: Math.min(...all), to: Math.max(...all) }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
}
