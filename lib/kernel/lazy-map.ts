/** What a map of texts is asked and told here: `Map` and `LazyMap` are such. */
export interface Notes<T> {
  get(key: string): T | undefined;
  has(key: string): boolean;
  set(key: string, value: T): unknown;
}

/** A map that takes no room as long as it is empty: what is made for every command is mostly not used by it. */
export class LazyMap<T> implements Notes<T> {
  private entries: Map<string, T> | null = null;

  get(key: string): T | undefined {
    return this.entries === null ? undefined : this.entries.get(key);
  }

  has(key: string): boolean {
    return this.entries !== null && this.entries.has(key);
  }

  set(key: string, value: T): void {
    this.entries ??= new Map();
    this.entries.set(key, value);
  }
}
