import { parseDuration } from '../cli/flag-values';
import { err, ok, type Result } from '../../kernel/result';

const DATE =
  /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d)(?::(\d\d)(?::(\d\d)(\.\d{1,9})?)?)?)?(Z|[+-]\d\d:\d\d)?$/;

/**
 * A moment as `--since`, `--until` and the `until` filter take it: a duration back from `now`, a date or time (UTC without a zone), or seconds since the
 * epoch. In milliseconds; a duration is cut to whole seconds, as Docker does (moby api/types/time GetTimestamp).
 */
export function parseTimestamp(value: string, now: number): Result<number, string> {
  const duration = value === '0' ? null : parseDuration(value);
  if (duration?.ok) return ok(Math.floor((now - duration.value) / 1000) * 1000);
  const date = DATE.exec(value);
  if (date) {
    const [, year, month, day, hour = '00', minute = '00', second = '00', part = '', zone] = date;
    const text = `${year}-${month}-${day}T${hour}:${minute}:${second}${part.slice(0, 4)}${zone ?? 'Z'}`;
    const at = Date.parse(text);
    if (!Number.isNaN(at)) return ok(at);
    return err(`parsing time ${JSON.stringify(value)}: day out of range`);
  }
  if (/^-?\d+(\.\d+)?$/.test(value)) return ok(Number(value) * 1000);
  if (value.includes('-'))
    return err(
      `parsing time ${JSON.stringify(value)} as "2006-01-02": cannot parse ${JSON.stringify(value)} as "2006"`,
    );
  return err(`failed to parse value as time or duration: ${JSON.stringify(value)}`);
}
