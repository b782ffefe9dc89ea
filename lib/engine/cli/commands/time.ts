import { parseDuration } from '../flag-values';

/** A moment as the API wants it, in seconds: a duration before now, a UNIX time or RFC 3339; null when it is none of them. */
export function parseTime(text: string, now: number): string | null {
  if (/^\d+(\.\d+)?$/.test(text)) return text;
  const duration = parseDuration(text);
  if (duration.ok) return ((now - duration.value) / 1000).toFixed(9);
  const match = /^\d{4}-\d\d-\d\d(T\d\d(:\d\d(:\d\d(\.\d+)?)?)?)?(Z|[+-]\d\d:\d\d)?$/.exec(text);
  if (!match) return null;
  const hours =
    match[1] === undefined
      ? 'T00:00:00'
      : match[2] === undefined
        ? `${match[1]}:00:00`
        : match[3] === undefined
          ? `${match[1]}:00`
          : match[1];
  const moment = Date.parse(`${text.slice(0, 10)}${hours}${match[5] ?? 'Z'}`);
  return Number.isNaN(moment) ? null : (moment / 1000).toFixed(9);
}
