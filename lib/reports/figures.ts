/** A count out of a count: always shown with its N. */
export interface Share {
  readonly part: number;
  /** N. */
  readonly of: number;
}

/** A mean over `n` observations; there is no mean of none, so `n` is at least 1. */
export interface Mean {
  readonly mean: number;
  readonly n: number;
}

/** The share as a number from 0 to 1; null for a share of nothing. */
export function ratioOf({ part, of }: Share): number | null {
  return of === 0 ? null : part / of;
}

/** The arithmetic mean with its N; null of no values. */
export function meanOf(values: readonly number[]): Mean | null {
  if (values.length === 0) return null;
  return { mean: values.reduce((sum, value) => sum + value, 0) / values.length, n: values.length };
}

/** How many of the items are so, out of all of them. */
export function shareOf<T>(items: readonly T[], isSo: (item: T) => boolean): Share {
  return { part: items.filter(isSo).length, of: items.length };
}

/** The items by their key, keys in the order of their first item. */
export function groupBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
