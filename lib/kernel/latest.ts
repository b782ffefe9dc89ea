/**
 * What was found for the latest few objects, by the very object: a short list that is searched from its end. For objects that come again soon or never, where
 * a WeakMap would cost the garbage collector more than it saves.
 */
export class Latest<Key extends object, Value> {
  private readonly keys: Key[] = [];
  private readonly values: Value[] = [];
  private at = 0;

  constructor(private readonly most = 32) {}

  get(key: Key): Value | undefined {
    const { keys, values } = this;
    for (let i = keys.length - 1; i >= 0; i--) if (keys[i] === key) return values[i];
    return undefined;
  }

  /** Notes a value for an object that has none; the oldest is forgotten. */
  set(key: Key, value: Value): void {
    this.keys[this.at] = key;
    this.values[this.at] = value;
    this.at = (this.at + 1) % this.most;
  }
}
