/** Puts a step at the end of the order; a step already placed stays where it is. */
export function placeStep(placed: readonly string[], id: string): readonly string[] {
  return placed.includes(id) ? placed : [...placed, id];
}

/** Takes a step out of the order. */
export function removeStep(placed: readonly string[], id: string): readonly string[] {
  return placed.filter((step) => step !== id);
}

/** Moves a step one place up (-1) or down (+1); at an end it stays. */
export function moveStep(placed: readonly string[], id: string, by: -1 | 1): readonly string[] {
  const from = placed.indexOf(id);
  const neighbour = placed[from + by];
  if (from < 0 || neighbour === undefined) return placed;
  return placed.map((step, index) =>
    index === from ? neighbour : index === from + by ? id : step,
  );
}

/**
 * The step that a change was about, and its place now (from 1; null when it was taken out). Of two that changed places it
 * is the one that went up. Null when nothing changed.
 */
export function movedStep(
  before: readonly string[],
  now: readonly string[],
): { readonly id: string; readonly place: number | null } | null {
  const removed = before.find((id) => !now.includes(id));
  if (removed !== undefined) return { id: removed, place: null };
  const at = now.findIndex((id, index) => before[index] !== id);
  const id = now[at];
  return id === undefined ? null : { id, place: at + 1 };
}
