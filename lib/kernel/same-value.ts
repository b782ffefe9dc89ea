import { AppendList } from './append-list';

/**
 * Whether two values that never change are the same data all through: equal texts and numbers, arrays and objects of one class with the same members, lists with the same items. What cannot be looked into (a
 * function, a `Map`, a buffer) is the same only as itself. Parts that both share are not walked through, so that values which grew out of one cost what is different.
 */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && sameItems(a, b);
  if (a instanceof AppendList) return b instanceof AppendList && a.same(b, sameValue);
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b) || isClosed(a)) return false;
  return sameMembers(a as Members, b as Members);
}

type Members = Readonly<Record<string, unknown>>;

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (!sameValue(a[at], b[at])) return false;
  return true;
}

function sameMembers(a: Members, b: Members): boolean {
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  for (const name of names)
    if (!Object.hasOwn(b, name) || !sameValue(a[name], b[name])) return false;
  return true;
}

/** Whether an object holds something that its members do not show. */
function isClosed(object: object): boolean {
  return (
    object instanceof Map ||
    object instanceof Set ||
    object instanceof Date ||
    object instanceof RegExp ||
    object instanceof WeakMap ||
    object instanceof ArrayBuffer ||
    ArrayBuffer.isView(object)
  );
}
