const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const DAY = 86_400_000;

/** The week of ISO 8601: the first is the one with the year's first Thursday. */
function isoWeek(at: number): number {
  const day = new Date(at);
  const thursday = new Date(at + (4 - (day.getUTCDay() || 7)) * DAY);
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return Math.floor((thursday.getTime() - first) / (7 * DAY)) + 1;
}

/** strftime(3) in UTC, as far as `date +FORMAT` is used. */
export function dateText(at: number, format: string): string {
  const date = new Date(at);
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = DAYS[date.getUTCDay()] ?? '';
  const month = MONTHS[date.getUTCMonth()] ?? '';
  const years = Date.UTC(date.getUTCFullYear(), 0, 1);
  const ofYear = Math.floor((at - years) / DAY);
  const clock = date.toISOString().slice(11, 19);
  const days = `${two(date.getUTCMonth() + 1)}/${two(date.getUTCDate())}/${two(date.getUTCFullYear() % 100)}`;
  const values: Readonly<Record<string, string>> = {
    j: String(ofYear + 1).padStart(3, '0'),
    w: String(date.getUTCDay()),
    U: two(Math.floor((ofYear + 7 - date.getUTCDay()) / 7)),
    W: two(Math.floor((ofYear + 7 - ((date.getUTCDay() + 6) % 7)) / 7)),
    V: two(isoWeek(at)),
    C: two(Math.floor(date.getUTCFullYear() / 100)),
    h: month.slice(0, 3),
    k: String(date.getUTCHours()).padStart(2),
    l: String(date.getUTCHours() % 12 || 12).padStart(2),
    c: `${day.slice(0, 3)} ${month.slice(0, 3)} ${String(date.getUTCDate()).padStart(2)} ${clock} ${date.getUTCFullYear()}`,
    x: days,
    X: clock,
    Y: String(date.getUTCFullYear()),
    m: two(date.getUTCMonth() + 1),
    d: two(date.getUTCDate()),
    e: String(date.getUTCDate()).padStart(2),
    H: two(date.getUTCHours()),
    I: two(date.getUTCHours() % 12 || 12),
    p: date.getUTCHours() < 12 ? 'AM' : 'PM',
    M: two(date.getUTCMinutes()),
    S: two(date.getUTCSeconds()),
    N: `${String(date.getUTCMilliseconds()).padStart(3, '0')}000000`,
    s: String(Math.floor(at / 1000)),
    a: day.slice(0, 3),
    A: day,
    b: month.slice(0, 3),
    B: month,
    y: two(date.getUTCFullYear() % 100),
    Z: 'UTC',
    z: '+0000',
    n: '\n',
    t: '\t',
    '%': '%',
    u: String(date.getUTCDay() || 7),
    F: date.toISOString().slice(0, 10),
    T: clock,
    R: date.toISOString().slice(11, 16),
    D: days,
  };
  return format.replace(/%(.)/g, (whole, letter: string) => values[letter] ?? whole);
}
