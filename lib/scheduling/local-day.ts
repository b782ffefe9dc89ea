import type { Branded } from '@/lib/kernel/brand';
import { err, ok, type Result } from '@/lib/kernel/result';

/**
 * A learner's day, `YYYY-MM-DD`. It begins at the roll-over hour of the learner's wall clock (04:00 unless they chose
 * another), so that practice after midnight still belongs to the evening before. As text, days sort in time order.
 */
export type LocalDay = Branded<string, 'LocalDay'>;

/** An IANA time zone that this machine knows, for example `Asia/Seoul`. */
export type TimeZone = Branded<string, 'TimeZone'>;

export const defaultRollOverHour = 4;

const msPerDay = 86_400_000;
const formats = new Map<TimeZone, Intl.DateTimeFormat>();

function makeFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
  });
}

function formatOf(timeZone: TimeZone): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = makeFormat(timeZone);
  formats.set(timeZone, made);
  return made;
}

/** Admits a time zone by its IANA name; a name this machine does not know is an error, never a silent UTC. */
export function parseTimeZone(
  text: string,
): Result<TimeZone, { kind: 'unknown-time-zone'; text: string }> {
  try {
    makeFormat(text);
  } catch (error) {
    if (error instanceof RangeError) return err({ kind: 'unknown-time-zone', text });
    throw error;
  }
  return ok(text as TimeZone);
}

/** Admits a day written `YYYY-MM-DD` that exists in the calendar. */
export function parseLocalDay(text: string): Result<LocalDay, { kind: 'not-a-day'; text: string }> {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return err({ kind: 'not-a-day', text });
  return dayFromNumber(dayNumber(text)) === text
    ? ok(text as LocalDay)
    : err({ kind: 'not-a-day', text });
}

/** Days since 1970-01-01 in the Gregorian calendar. */
function dayNumber(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return Date.UTC(year, month - 1, date) / msPerDay;
}

/** The inverse of `dayNumber` (days → civil date, Howard Hinnant, "chrono-compatible low-level date algorithms"). */
function dayFromNumber(number: number): string {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const pad = (value: number, width: number): string => String(value).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}

/** The day `days` after `day` (before it when negative). `days` must be an integer. */
export function addDays(day: LocalDay, days: number): LocalDay {
  return dayFromNumber(dayNumber(day) + days) as LocalDay;
}

/** How many days `to` is after `from`; negative when it is before. Daylight saving plays no part. */
export function daysBetween(from: LocalDay, to: LocalDay): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * The learner's day at an instant.
 * @param instantMs milliseconds since 1970-01-01T00:00Z
 * @param rollOverHour the hour of the wall clock, 0 to 23, at which a new day begins
 */
export function localDay(
  instantMs: number,
  timeZone: TimeZone,
  rollOverHour: number = defaultRollOverHour,
): LocalDay {
  if (!Number.isInteger(rollOverHour) || rollOverHour < 0 || rollOverHour > 23)
    throw new RangeError(`roll-over hour ${rollOverHour} is not an hour from 0 to 23`);
  const field: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const part of formatOf(timeZone).formatToParts(instantMs)) field[part.type] = part.value;
  const { year = '', month = '', day = '', hour = '' } = field;
  const calendarDay = `${year.padStart(4, '0')}-${month}-${day}` as LocalDay;
  return Number(hour) < rollOverHour ? addDays(calendarDay, -1) : calendarDay;
}

/**
 * The first instant (milliseconds) of a learner's day. Where the clocks jump over the roll-over hour it is the jump;
 * where a whole day was left out of the calendar (Samoa, 2011-12-30) it is the start of the next.
 */
export function startOfLocalDay(
  day: LocalDay,
  timeZone: TimeZone,
  rollOverHour: number = defaultRollOverHour,
): number {
  // Zones lie between −12 h and +14 h; local days never run backwards, so the boundary can be bisected.
  const midnight = dayNumber(day) * msPerDay;
  let before = midnight - 16 * 3_600_000;
  let after = midnight + 40 * 3_600_000;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (localDay(middle, timeZone, rollOverHour) >= day) after = middle;
    else before = middle;
  }
  return after;
}
