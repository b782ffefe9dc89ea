/** What a map of texts is asked and told here: `Map` and `LazyMap` are such. */
export interface Notes<T> {
  get(key: string): T | undefined;
  has(key: string): boolean;
  set(key: string, value: T): unknown;
  readonly size: number;
}

/** A map that takes no room as long as it is empty: what is made for every command is mostly not used by it. */
export class LazyMap<T> implements Notes<T> {
  private held: Map<string, T> | null = null;

  get size(): number {
    return this.held === null ? 0 : this.held.size;
  }

  /** What it holds; null: nothing. */
  get entries(): ReadonlyMap<string, T> | null {
    return this.held;
  }

  get(key: string): T | undefined {
    return this.held === null ? undefined : this.held.get(key);
  }

  has(key: string): boolean {
    return this.held !== null && this.held.has(key);
  }

  set(key: string, value: T): void {
    this.held ??= new Map();
    this.held.set(key, value);
  }

  delete(key: string): void {
    this.held?.delete(key);
  }
}
