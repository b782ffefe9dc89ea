/** The engine's clock as Docker writes it: RFC 3339 in UTC. Pure: it reads no clock. */
export function formatTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** The zero time of Go, which stands for "never". */
export const NEVER = '0001-01-01T00:00:00Z';

/** Milliseconds since the epoch as Docker writes them, null as never. */
export function formatTimeOrNever(milliseconds: number | null): string {
  return milliseconds === null ? NEVER : formatTime(milliseconds).replace('Z', '000000Z');
}
