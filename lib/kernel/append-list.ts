/**
 * A list that never changes and to which adding is cheap: `append` gives another list. Lists that grew out of one another share their items; each
 * knows how many of them are its own.
 */
export class AppendList<T> implements Iterable<T> {
  private constructor(
    private readonly items: T[],
    readonly length: number,
  ) {}

  static of<T>(items: Iterable<T>): AppendList<T> {
    const own = [...items];
    return new AppendList(own, own.length);
  }

  /** The list with more items. Only a list that has been added to before has its own copied. */
  append(more: readonly T[]): AppendList<T> {
    const items = this.items.length === this.length ? this.items : this.items.slice(0, this.length);
    for (const item of more) items.push(item);
    return new AppendList(items, items.length);
  }

  /** The last `count` items. */
  last(count: number): T[] {
    return this.items.slice(Math.max(0, this.length - count), this.length);
  }

  /** Did this list grow out of another by adding at its end? The very same items count, equal ones do not. */
  extends(before: AppendList<T>): boolean {
    if (this.length < before.length) return false;
    if (this.items === before.items) return true;
    for (let at = 0; at < before.length; at++)
      if (this.items[at] !== before.items[at]) return false;
    return true;
  }

  /** The items from a place on. */
  from(place: number): T[] {
    return this.items.slice(place, this.length);
  }

  [Symbol.iterator](): Iterator<T> {
    return this.last(this.length)[Symbol.iterator]();
  }
}
