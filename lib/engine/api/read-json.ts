/** Reads values out of a request's body, which may be anything. A member of another type counts as absent. */
export type Members = Readonly<Record<string, unknown>>;

const noMembers: Members = {};
const noTexts: readonly string[] = [];

export function membersOf(value: unknown): Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Members)
    : noMembers;
}

export function textOf(value: unknown, fallback = ''): string {
  return typeof value === 'string' ? value : fallback;
}

export function numberOf(value: unknown, fallback = 0): number {
  return typeof value === 'number' ? value : fallback;
}

export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value)
    ? value.filter((item): item is string => typeof item === 'string')
    : noTexts;
}

const FALSE: ReadonlySet<string> = new Set(['', '0', 'no', 'false', 'none']);

/** `''`, `0`, `false` and `no` are false, as Docker reads a query (moby api/server/httputils BoolValue). */
export function flagOf(value: string | undefined): boolean {
  return value !== undefined && !FALSE.has(value.toLowerCase().trim());
}
