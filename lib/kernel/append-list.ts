/** Items at the beginning of a list that are made when somebody first looks at them. */
interface Early<T> {
  readonly length: number;
  readonly items: () => readonly T[];
}

/**
 * A list that never changes and to which adding is cheap: `append` gives another list. Lists that grew out of one another share their items; each
 * knows how many of them are its own.
 */
export class AppendList<T> implements Iterable<T> {
  /** `items` come after the early ones; `length` counts both. */
  private constructor(
    private readonly items: T[],
    readonly length: number,
    private readonly early: Early<T> | null,
  ) {}

  static of<T>(items: Iterable<T>): AppendList<T> {
    const own = [...items];
    return new AppendList(own, own.length, null);
  }

  /** A list whose items are made when somebody first looks at them: `make` must give as many as `length` says. */
  static later<T>(length: number, make: () => readonly T[]): AppendList<T> {
    let made: readonly T[] | null = null;
    return new AppendList<T>([], length, { length, items: () => (made ??= make()) });
  }

  /** The list with more items. Only a list that has been added to before has its own copied. */
  append(more: readonly T[]): AppendList<T> {
    const own = this.length - this.skipped;
    const items = this.items.length === own ? this.items : this.items.slice(0, own);
    for (const item of more) items.push(item);
    return new AppendList(items, this.skipped + items.length, this.early);
  }

  /** The last `count` items. */
  last(count: number): T[] {
    return this.from(Math.max(0, this.length - count));
  }

  /** Did this list grow out of another by adding at its end? The very same items count, equal ones do not. */
  extends(before: AppendList<T>): boolean {
    if (this.length < before.length) return false;
    if (this.items === before.items) return true;
    const alike = this.early === before.early;
    const [own, others] = alike ? [this.items, before.items] : [this.from(0), before.from(0)];
    const count = alike ? before.length - before.skipped : before.length;
    for (let at = 0; at < count; at++) if (own[at] !== others[at]) return false;
    return true;
  }

  /** Whether two lists hold the same items in the same order, as `sameItem` sees it. */
  same(other: AppendList<T>, sameItem: (one: T, another: T) => boolean): boolean {
    if (this.length !== other.length) return false;
    const [own, others] =
      this.early === other.early ? [this.items, other.items] : [this.from(0), other.from(0)];
    const count = this.early === other.early ? this.length - this.skipped : this.length;
    for (let at = 0; at < count; at++) if (!sameItem(own[at] as T, others[at] as T)) return false;
    return true;
  }

  /** The items from a place on. */
  from(place: number): T[] {
    const { early, items, skipped } = this;
    const own = items.slice(Math.max(0, place - skipped), this.length - skipped);
    return early && place < skipped ? [...early.items().slice(place), ...own] : own;
  }

  [Symbol.iterator](): Iterator<T> {
    return this.from(0)[Symbol.iterator]();
  }

  /** How many items are early ones. */
  private get skipped(): number {
    return this.early?.length ?? 0;
  }
}
