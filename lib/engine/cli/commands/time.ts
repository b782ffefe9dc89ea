import { err, ok, type Result } from '../../../kernel/result';
import { parseDuration } from '../flag-values';
import { goQuote } from '../template/go-quote';

/**
 * A moment as the API wants it, in seconds: a duration before now, a UNIX time or RFC 3339, in whole or from the left (moby api/types/time timestamp.go
 * GetTimestamp). The error is the words behind `invalid value for "since": `.
 */
export function parseTime(text: string, now: number): Result<string, string> {
  const duration = parseDuration(text);
  if (duration.ok && !/^\d+(\.\d+)?$/.test(text))
    return ok(String(Math.floor((now - duration.value) / 1000)));
  const moment = parseLayout(text, layoutOf(text));
  if (moment.ok) return ok((moment.value / 1000).toFixed(9));
  if (text.includes('-')) return moment;
  return /^\d+(\.\d+)?$/.test(text)
    ? ok(text)
    : err(`failed to parse value as time or duration: ${goQuote(text)}`);
}

const DATE = '2006-01-02';

/** The layout that the text seems to follow, as Go writes layouts. */
function layoutOf(text: string): string {
  const isLocal = !/[zZ+]/.test(text) && text.split('-').length !== 4;
  const zone = isLocal ? '' : 'Z07:00';
  if (text.includes('.')) return `${DATE}T15:04:05.999999999${zone}`;
  if (!text.includes('T')) return DATE + zone;
  const offset = !isLocal && !/[zZ]/.test(text) && text.includes(':') ? 1 : 0;
  const colons = text.split(':').length - 1 - offset;
  return `${DATE}T15${['', ':04'][colons] ?? ':04:05'}${zone}`;
}

const ELEMENTS = /2006|01|02|15|04|05|\.999999999|Z07:00|[-T:]/g;
/** What the two digits of an element may be, and what they are called. */
const RANGES: Readonly<Record<string, readonly [least: number, most: number, name: string]>> = {
  '01': [1, 12, 'month'],
  '02': [0, 99, 'day'],
  '15': [0, 23, 'hour'],
  '04': [0, 59, 'minute'],
  '05': [0, 59, 'second'],
};

/** Milliseconds since the epoch, or the error of Go's time.Parse. */
function parseLayout(text: string, layout: string): Result<number, string> {
  const numbers: Record<string, number> = { '2006': 0, '01': 1, '02': 1 };
  let rest = text;
  let fraction = 0;
  let offset = 0;
  for (const [element] of layout.matchAll(ELEMENTS)) {
    const wrong = err(
      `parsing time ${goQuote(text)} as ${goQuote(layout)}: cannot parse ${goQuote(rest)} as ${goQuote(element)}`,
    );
    const pattern = patterns[element] ?? new RegExp(`^${element}`);
    const found = pattern.exec(rest)?.[0];
    if (found === undefined) return wrong;
    rest = rest.slice(found.length);
    const range = RANGES[element];
    if (element === '2006' || range) numbers[element] = Number(found);
    if (range && (Number(found) < range[0] || Number(found) > range[1]))
      return err(`parsing time ${goQuote(text)}: ${range[2]} out of range`);
    if (element === '.999999999') fraction = Number(found || '0') * 1000;
    if (element === 'Z07:00') offset = zoneOf(found);
  }
  if (rest !== '') return err(`parsing time ${goQuote(text)}: extra text: ${goQuote(rest)}`);
  const [year = 0, month = 1, day = 1] = ['2006', '01', '02'].map((key) => numbers[key]);
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate())
    return err(`parsing time ${goQuote(text)}: day out of range`);
  const [hour = 0, minute = 0, second = 0] = ['15', '04', '05'].map((key) => numbers[key]);
  return ok(Date.UTC(year, month - 1, day, hour, minute, second) + fraction - offset);
}

const patterns: Readonly<Record<string, RegExp>> = {
  '2006': /^\d{4}/,
  '01': /^\d\d/,
  '02': /^\d\d/,
  '15': /^\d\d/,
  '04': /^\d\d/,
  '05': /^\d\d/,
  '.999999999': /^(\.\d{1,9})?/,
  'Z07:00': /^(Z|[+-]\d\d:\d\d)/,
};

/** `+09:00` in milliseconds. */
function zoneOf(text: string): number {
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d\d):(\d\d)$/.exec(text) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
