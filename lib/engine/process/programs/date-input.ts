/** A day or a clock that was read: fields that are not there stay as they are. */
interface Fields {
  readonly day?: readonly [year: number, month: number, day: number];
  readonly clock?: number;
  /** Minutes east of Greenwich. */
  readonly zone?: number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const LENGTHS: Readonly<Record<string, number>> = {
  sec: SECOND,
  second: SECOND,
  min: MINUTE,
  minute: MINUTE,
  hour: HOUR,
  day: DAY,
  week: 7 * DAY,
  fortnight: 14 * DAY,
};
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const WEEKDAYS = 'sun mon tue wed thu fri sat'.split(' ');

/** A day of the calendar as milliseconds; NaN where there is none such. */
function dayAt(year: number, month: number, day: number): number {
  const at = Date.UTC(year, month - 1, day);
  const read = new Date(at);
  return read.getUTCMonth() === month - 1 && read.getUTCDate() === day ? at : NaN;
}

/** Adds months of the calendar; a day that the month lacks runs into the next. */
function addMonths(at: number, months: number): number {
  const date = new Date(at);
  return date.setUTCMonth(date.getUTCMonth() + months);
}

/** Reads a day, a clock, a zone, or words such as `yesterday` from the front of a text; null: nothing there is known. */
function readPart(text: string): { readonly fields: Fields; readonly rest: string } | null {
  const take = (pattern: RegExp): RegExpExecArray | null => pattern.exec(text);
  const behind = (match: RegExpExecArray): string => text.slice(match[0].length).trimStart();
  let match =
    take(/^(\d{4})-(\d{1,2})-(\d{1,2})(?:t(?=\d)|(?!\d))/) ?? take(/^(\d{4})(\d\d)(\d\d)(?!\d)/);
  if (match) {
    const [, year, month, day] = match.map(Number);
    return { fields: { day: [year ?? 0, month ?? 0, day ?? 0] }, rest: behind(match) };
  }
  match = take(/^(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/);
  if (match) {
    const [, month, day, year] = match.map(Number);
    return { fields: { day: [year ?? 0, month ?? 0, day ?? 0] }, rest: behind(match) };
  }
  match = take(/^(\d{1,2}) +([a-z]{3})[a-z]*,? +(\d{4})(?!\d)/);
  const swapped = match ? null : take(/^([a-z]{3})[a-z]* +(\d{1,2}),? +(\d{4})(?!\d)/);
  const [day, name, year] = match
    ? [match[1], match[2], match[3]]
    : [swapped?.[2], swapped?.[1], swapped?.[3]];
  const month = MONTHS.indexOf(name ?? '') + 1;
  const dated = match ?? swapped;
  if (dated && month > 0)
    return { fields: { day: [Number(year), month, Number(day)] }, rest: behind(dated) };
  match = take(/^(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?(?!\d)/);
  if (match) {
    const hours = Number(match[1]);
    const minutes = Number(match[2]);
    const seconds = Number(match[3] ?? 0);
    const isClock = hours < 24 && minutes < 60 && seconds < 61;
    const part = Number(`0.${match[4] ?? '0'}`) * SECOND;
    const clock = isClock ? hours * HOUR + minutes * MINUTE + seconds * SECOND + part : NaN;
    return { fields: { clock }, rest: behind(match) };
  }
  match = take(/^(?:utc|gmt|z)(?![a-z])/) ?? take(/^([-+])(\d\d):?(\d\d)(?!\d)/);
  if (match) {
    const east = Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0);
    return { fields: { zone: match[1] === '-' ? -east : east }, rest: behind(match) };
  }
  return null;
}

/** A step from one moment to another: `3 days ago`, `+1 month`, `next week`, `tomorrow`. A day of the week says nothing beside a day of the calendar. */
function readStep(
  text: string,
  isDated: boolean,
): { readonly step: (at: number) => number; readonly rest: string } | null {
  const named = /^(now|today|yesterday|tomorrow)(?![a-z])/.exec(text);
  if (named) {
    const days = { yesterday: -1, tomorrow: 1 }[named[1] ?? ''] ?? 0;
    return { step: (at) => at + days * DAY, rest: text.slice(named[0].length).trimStart() };
  }
  const match =
    /^(?:([-+]?) *(\d+) *|(next|last|this) +)?([a-z]+?)s?(?![a-z])( +ago(?![a-z]))?/.exec(text);
  if (!match) return null;
  const [whole, sign, digits, relative, unit = '', ago] = match;
  const count =
    relative === undefined ? Number(digits ?? 1) : ({ next: 1, last: -1, this: 0 }[relative] ?? 0);
  const signed = count * (sign === '-' ? -1 : 1) * (ago === undefined ? 1 : -1);
  const rest = text.slice(whole.length).trimStart();
  const length = LENGTHS[unit];
  if (length !== undefined) return { step: (at) => at + signed * length, rest };
  if (unit === 'month') return { step: (at) => addMonths(at, signed), rest };
  if (unit === 'year') return { step: (at) => addMonths(at, 12 * signed), rest };
  const weekday = WEEKDAYS.indexOf(unit.slice(0, 3));
  if (weekday < 0 || digits !== undefined || ago !== undefined) return null;
  const step = (at: number): number => {
    if (isDated) return at;
    const midnight = Math.floor(at / DAY) * DAY;
    const ahead = (weekday - new Date(midnight).getUTCDay() + 7) % 7;
    const weeks = relative === 'last' ? -7 : relative === 'next' && ahead === 0 ? 7 : 0;
    return midnight + (ahead + weeks) * DAY;
  };
  return { step, rest };
}

/** The moment that words tell, in milliseconds (GNU gnulib parse-datetime, what of it is usual): days, clocks, zones, and steps from `now`. NaN for any others. */
export function parseDate(words: string, now: number): number {
  let text = words.trim().toLowerCase();
  const seconds = /^@(-?\d+(?:\.\d+)?)$/.exec(text)?.[1];
  if (seconds !== undefined) return Number(seconds) * SECOND;
  const steps: ((at: number) => number)[] = [];
  let fields: Fields = {};
  while (text !== '') {
    const part = readPart(text);
    if (part) {
      fields = { ...fields, ...part.fields };
      text = part.rest;
      continue;
    }
    const found = readStep(text, fields.day !== undefined);
    if (!found) return NaN;
    steps.push(found.step);
    text = found.rest;
  }
  const { day, clock, zone = 0 } = fields;
  const today = Math.floor(now / DAY) * DAY;
  const isBare = day === undefined && clock === undefined && words.trim() !== '';
  const start = isBare ? now : (day ? dayAt(...day) : today) + (clock ?? 0) - zone * MINUTE;
  return steps.reduce((at, step) => step(at), start);
}
