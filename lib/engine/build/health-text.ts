import { goQuote, goQuoteCharacter } from '../cli/template/go-quote';
import type { HealthConfig } from '../docker-json';

/** Nanoseconds as Go's time.Duration prints them: `5m0s`, `1.5s`, `300ms`. */
function durationText(nanoseconds: number): string {
  if (nanoseconds === 0) return '0s';
  if (nanoseconds < 1e9) return `${nanoseconds / 1e6}ms`;
  const seconds = nanoseconds / 1e9;
  const minutes = Math.floor(seconds / 60);
  const rest = `${Number((seconds - minutes * 60).toFixed(9))}s`;
  if (minutes === 0) return rest;
  return minutes < 60
    ? `${minutes}m${rest}`
    : `${Math.floor(minutes / 60)}h${minutes % 60}m${rest}`;
}

/** A list as Go's `%q` prints it: `["a" "b"]`. */
export function quotedList(words: readonly string[]): string {
  return `[${words.map(goQuote).join(' ')}]`;
}

/** A health check as the history shows it: Go's `%q` of the pointer, a number being a character. */
export function healthText(health: HealthConfig): string {
  const times = [health.Interval, health.Timeout, health.StartPeriod, health.StartInterval];
  const quoted = times.map((time) => goQuote(durationText(time ?? 0)));
  return `&{${quotedList(health.Test ?? [])} ${quoted.join(' ')} ${goQuoteCharacter(health.Retries ?? 0)}}`;
}
