/** How many entries a leaf, and how many children a branch may have. */
const WIDTH = 32;
/** A node with fewer is joined with a neighbour when both fit into one. */
const NARROW = 8;

interface Leaf<T> {
  readonly kind: 'leaf';
  readonly size: number;
  readonly keys: readonly string[];
  readonly values: readonly T[];
}

interface Branch<T> {
  readonly kind: 'branch';
  readonly size: number;
  /** A key not above the smallest of each child; what lies before the first belongs to the first child. */
  readonly keys: readonly string[];
  readonly children: readonly Node<T>[];
}

type Node<T> = Leaf<T> | Branch<T>;

/** One entry of two maps. */
export interface Change<T> {
  readonly key: string;
  readonly before: T | undefined;
  readonly after: T | undefined;
}

const nothing: Leaf<never> = { kind: 'leaf', size: 0, keys: [], values: [] };

/**
 * A map from texts that never changes: `set` and `delete` give another map, which shares all but a few small nodes with this one (a B-tree
 * with copied paths). Entries stand in the order of their keys (UTF-16 code units), so that equal contents look the same however they came about.
 * `get`, `set` and `delete` take O(log n).
 */
export class SortedMap<T> implements Iterable<readonly [string, T]> {
  private constructor(private readonly root: Node<T>) {}

  private static readonly none = new SortedMap<never>(nothing);

  static empty<T>(): SortedMap<T> {
    return SortedMap.none;
  }

  /** A map of entries; of two with one key the later one counts. */
  static of<T>(entries: Iterable<readonly [string, T]>): SortedMap<T> {
    let map = SortedMap.empty<T>();
    for (const [key, value] of entries) map = map.set(key, value);
    return map;
  }

  get size(): number {
    return this.root.size;
  }

  get(key: string): T | undefined {
    let node = this.root;
    while (node.kind === 'branch') node = node.children[childAt(node.keys, key)] as Node<T>;
    const at = positionOf(node.keys, key);
    return node.keys[at] === key ? node.values[at] : undefined;
  }

  has(key: string): boolean {
    let node = this.root;
    while (node.kind === 'branch') node = node.children[childAt(node.keys, key)] as Node<T>;
    return node.keys[positionOf(node.keys, key)] === key;
  }

  /** The map with a value under the key; this very map when it is there already. */
  set(key: string, value: T): SortedMap<T> {
    const root = put(this.root, key, value);
    if (root === this.root) return this;
    if (!isWide(root)) return new SortedMap(root);
    const [left, right] = halves(root);
    return new SortedMap<T>(branchOf([firstKey(left), firstKey(right)], [left, right]));
  }

  /** The map without a key; this very map when it is not there. */
  delete(key: string): SortedMap<T> {
    const root = take(this.root, key);
    if (root === this.root) return this;
    if (root.size === 0) return SortedMap.none;
    const [only] = root.kind === 'branch' ? root.children : [];
    return new SortedMap(only && root.keys.length === 1 ? only : root);
  }

  /** The entry with the lowest key. */
  first(): readonly [string, T] | undefined {
    let node = this.root;
    while (node.kind === 'branch') node = node.children[0] as Node<T>;
    return node.size === 0 ? undefined : [node.keys[0] as string, node.values[0] as T];
  }

  /** The entries in order, from the first key that is not below `key` on. */
  *from(key: string): Generator<readonly [string, T]> {
    yield* entriesFrom(this.root, key);
  }

  /** The first entries, at most so many, whose keys begin with a text. */
  startingWith(prefix: string, most = Infinity): (readonly [string, T])[] {
    const found: (readonly [string, T])[] = [];
    for (const entry of this.from(prefix)) {
      if (found.length >= most || !entry[0].startsWith(prefix)) break;
      found.push(entry);
    }
    return found;
  }

  [Symbol.iterator](): Generator<readonly [string, T]> {
    return this.from('');
  }

  /**
   * What differs from an earlier map, in the order of the keys: `undefined` where a key was or is not. Values count as equal when they are the very same;
   * nodes that both maps share are passed over.
   */
  changesSince(before: SortedMap<T>): Change<T>[] {
    if (this.root === before.root) return [];
    const shared = new Set<Node<T>>();
    eachLeaf(before.root, (leaf) => shared.add(leaf));
    const [old, own] = [new Map<string, T>(), new Map<string, T>()];
    eachLeaf(this.root, (leaf) => {
      if (!shared.delete(leaf)) addEntries(own, leaf);
    });
    for (const leaf of shared) addEntries(old, leaf as Leaf<T>);
    const changes: Change<T>[] = [];
    for (const [key, was] of old) {
      const is = own.get(key);
      own.delete(key);
      if (is !== was) changes.push({ key, before: was, after: is });
    }
    for (const [key, is] of own) changes.push({ key, before: undefined, after: is });
    return changes.sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  keys(): string[] {
    const keys: string[] = [];
    eachLeaf(this.root, (leaf) => keys.push(...leaf.keys));
    return keys;
  }

  values(): T[] {
    const values: T[] = [];
    eachLeaf(this.root, (leaf) => values.push(...leaf.values));
    return values;
  }
}

function addEntries<T>(entries: Map<string, T>, { keys, values }: Leaf<T>): void {
  for (let at = 0; at < keys.length; at++) entries.set(keys[at] as string, values[at] as T);
}

/** The index of the first key that is not below `key`. */
function positionOf(keys: readonly string[], key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] as string) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The index of the child that a key belongs to. */
function childAt(keys: readonly string[], key: string): number {
  const at = positionOf(keys, key);
  return keys[at] === key || at === 0 ? at : at - 1;
}

function isWide<T>(node: Node<T>): boolean {
  return node.keys.length > WIDTH;
}

function leafOf<T>(keys: readonly string[], values: readonly T[]): Leaf<T> {
  return { kind: 'leaf', size: keys.length, keys, values };
}

function branchOf<T>(keys: readonly string[], children: readonly Node<T>[]): Branch<T> {
  let size = 0;
  for (const child of children) size += child.size;
  return { kind: 'branch', size, keys, children };
}

function firstKey<T>(node: Node<T>): string {
  return node.keys[0] as string;
}

function put<T>(node: Node<T>, key: string, value: T): Node<T> {
  if (node.kind === 'leaf') {
    const at = positionOf(node.keys, key);
    if (node.keys[at] !== key)
      return leafOf(withInserted(node.keys, at, key), withInserted(node.values, at, value));
    if (node.values[at] === value) return node;
    return leafOf(node.keys, withReplaced(node.values, at, value));
  }
  const at = childAt(node.keys, key);
  const before = node.children[at] as Node<T>;
  const child = put(before, key, value);
  if (child === before) return node;
  if (!isWide(child)) {
    const children = withReplaced(node.children, at, child);
    return {
      kind: 'branch',
      size: node.size + child.size - before.size,
      keys: node.keys,
      children,
    };
  }
  const [left, right] = halves(child);
  return branchOf(
    withInserted(node.keys, at + 1, firstKey(right)),
    withInserted(withReplaced(node.children, at, left), at + 1, right),
  );
}

function halves<T>(node: Node<T>): readonly [Node<T>, Node<T>] {
  const middle = node.keys.length >>> 1;
  const left = node.keys.slice(0, middle);
  const right = node.keys.slice(middle);
  return node.kind === 'leaf'
    ? [leafOf(left, node.values.slice(0, middle)), leafOf(right, node.values.slice(middle))]
    : [
        branchOf(left, node.children.slice(0, middle)),
        branchOf(right, node.children.slice(middle)),
      ];
}

function take<T>(node: Node<T>, key: string): Node<T> {
  if (node.kind === 'leaf') {
    const at = positionOf(node.keys, key);
    if (node.keys[at] !== key) return node;
    return leafOf(withRemoved(node.keys, at), withRemoved(node.values, at));
  }
  const at = childAt(node.keys, key);
  const before = node.children[at] as Node<T>;
  const child = take(before, key);
  if (child === before) return node;
  if (child.size === 0) return branchOf(withRemoved(node.keys, at), withRemoved(node.children, at));
  const children = withReplaced(node.children, at, child);
  if (child.keys.length >= NARROW) return branchOf(node.keys, children);
  const first = at > 0 ? at - 1 : at;
  const [left, right] = [children[first], children[first + 1]];
  const joined = left && right ? join(left, right) : null;
  if (joined === null) return branchOf(node.keys, children);
  return branchOf(
    withRemoved(node.keys, first + 1),
    withRemoved(withReplaced(children, first, joined), first + 1),
  );
}

/** Two neighbours as one node; null when they are too wide for that. Neighbours stand equally deep. */
function join<T>(left: Node<T>, right: Node<T>): Node<T> | null {
  if (left.keys.length + right.keys.length > WIDTH) return null;
  const keys = [...left.keys, ...right.keys];
  if (left.kind === 'leaf' && right.kind === 'leaf')
    return leafOf(keys, [...left.values, ...right.values]);
  if (left.kind === 'branch' && right.kind === 'branch')
    return branchOf(keys, [...left.children, ...right.children]);
  return null;
}

function* entriesFrom<T>(node: Node<T>, key: string): Generator<readonly [string, T]> {
  if (node.kind === 'leaf') {
    for (let at = positionOf(node.keys, key); at < node.keys.length; at++)
      yield [node.keys[at] as string, node.values[at] as T];
    return;
  }
  const first = childAt(node.keys, key);
  for (let at = first; at < node.children.length; at++)
    yield* entriesFrom(node.children[at] as Node<T>, at === first ? key : '');
}

function eachLeaf<T>(node: Node<T>, visit: (leaf: Leaf<T>) => void): void {
  if (node.kind === 'leaf') visit(node);
  else for (const child of node.children) eachLeaf(child, visit);
}

function withReplaced<T>(list: readonly T[], at: number, item: T): readonly T[] {
  const copy = list.slice();
  copy[at] = item;
  return copy;
}

/* The two loops: splice and copyWithin are about ten times as slow here. */

function withInserted<T>(list: readonly T[], at: number, item: T): readonly T[] {
  const copy = list.slice(0, at);
  copy.push(item);
  for (let i = at; i < list.length; i++) copy.push(list[i] as T);
  return copy;
}

function withRemoved<T>(list: readonly T[], at: number): readonly T[] {
  const copy = list.slice(0, list.length - 1);
  for (let i = at; i < copy.length; i++) copy[i] = list[i + 1] as T;
  return copy;
}
