/** Two files as numbers: equal lines have equal numbers. */
export interface Sides {
  readonly left: Int32Array;
  readonly right: Int32Array;
}

/** A place where lines of the left are replaced by lines of the right; both ranges are from 0, without their ends. */
export interface Change {
  readonly left: readonly [from: number, to: number];
  readonly right: readonly [from: number, to: number];
}

/** Numbers the lines of two files by their keys. */
export function sidesOf(left: readonly string[], right: readonly string[]): Sides {
  const numbers = new Map<string, number>();
  const numbered = (keys: readonly string[]): Int32Array =>
    Int32Array.from(keys, (key) => {
      const number = numbers.get(key) ?? numbers.size + 1;
      numbers.set(key, number);
      return number;
    });
  return { left: numbered(left), right: numbered(right) };
}

/** The changes that remain when the lines that are not marked (1) on either side are paired in their order. */
export function changesOf(left: Uint8Array, right: Uint8Array): readonly Change[] {
  const changes: Change[] = [];
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    const [from, begin] = [i, j];
    while (left[i] === 1) i++;
    while (right[j] === 1) j++;
    if (i > from || j > begin) changes.push({ left: [from, i], right: [begin, j] });
    i++;
    j++;
  }
  return changes;
}
