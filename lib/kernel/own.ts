/**
 * The value that a record itself holds under a key that somebody has typed. `record[key]` alone would also find what every object inherits:
 * `toString`, `constructor`, `__proto__`.
 */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
