/**
 * Gives a record a member of its own under a key that somebody has typed, in place. `record[key] = value` alone does so for every key but `__proto__`, whose
 * value it loses (ECMA-262, Object.prototype.__proto__). Read it back with `own`.
 */
export function putOwn<T>(record: Record<string, T>, key: string, value: T): void {
  if (key === '__proto__')
    Object.defineProperty(record, key, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  else record[key] = value;
}
