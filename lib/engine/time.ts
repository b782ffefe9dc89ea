/** The engine's clock as Docker writes it: RFC 3339 in UTC. Pure: it reads no clock. */
export function formatTime(milliseconds: number): string {
  if (milliseconds !== latest) {
    written = new Date(milliseconds).toISOString();
    latest = milliseconds;
  }
  return written;
}

/** The clock stands still for most commands: the moment that was written last. */
let latest = NaN;
let written = '';

/** The zero time of Go, which stands for "never". */
export const NEVER = '0001-01-01T00:00:00Z';

/** Milliseconds since the epoch as Docker writes them, null as never. */
export function formatTimeOrNever(milliseconds: number | null): string {
  return milliseconds === null ? NEVER : formatTime(milliseconds).replace('Z', '000000Z');
}
