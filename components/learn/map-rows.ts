import { topicOf, type Topic } from './topics';

/** A concept in as far as the map is drawn from it. Concepts are given in teaching order. */
export interface MapConcept {
  readonly id: string;
  readonly needs: readonly string[];
}

/**
 * The row of each concept on the map, 0 at the top: below everything it needs, at most one concept of a topic in a row. List scheduling, row by row: of what may
 * stand in a row the concept with the longest way still below it comes first, so that the map is as short as its longest chain allows.
 * Needs that are not among the concepts do not count; concepts that need one another in a circle are not placed.
 */
export function rowsOf(concepts: readonly MapConcept[]): ReadonlyMap<string, number> {
  const known = new Set(concepts.map(({ id }) => id));
  const below = heights(concepts);
  const waiting = [...concepts].sort((a, b) => (below.get(b.id) ?? 0) - (below.get(a.id) ?? 0));
  const rows = new Map<string, number>();
  for (let row = 0; row < concepts.length; row += 1) {
    const taken = new Set<Topic>();
    for (const { id, needs } of waiting) {
      const ready = needs.every((need) => !known.has(need) || (rows.get(need) ?? row) < row);
      const topic = topicOf(id);
      if (!ready || rows.has(id) || taken.has(topic)) continue;
      taken.add(topic);
      rows.set(id, row);
    }
  }
  return rows;
}

/** How many concepts the longest chain that begins at each concept has, itself counted. */
function heights(concepts: readonly MapConcept[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const opens = new Map<string, string[]>();
  for (const { id, needs } of concepts)
    for (const need of needs) opens.set(need, [...(opens.get(need) ?? []), id]);
  const heightOf = (id: string, above: ReadonlySet<string>): number => {
    const known = found.get(id);
    if (known !== undefined) return known;
    const path = new Set([...above, id]);
    const next = (opens.get(id) ?? []).filter((each) => !path.has(each));
    const height = 1 + Math.max(0, ...next.map((each) => heightOf(each, path)));
    found.set(id, height);
    return height;
  };
  for (const { id } of concepts) heightOf(id, new Set());
  return found;
}
