import type { Program } from '../program';
import { fail, isBusybox, optionsOf } from './options';

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

/** strftime(3), as far as `date +FORMAT` is used. */
function formatted(at: number, format: string): string {
  const date = new Date(at);
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = DAYS[date.getUTCDay()] ?? '';
  const month = MONTHS[date.getUTCMonth()] ?? '';
  const values: Readonly<Record<string, string>> = {
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
    T: date.toISOString().slice(11, 19),
    R: date.toISOString().slice(11, 16),
    D: `${two(date.getUTCMonth() + 1)}/${two(date.getUTCDate())}/${two(date.getUTCFullYear() % 100)}`,
  };
  return format.replace(/%(.)/g, (whole, letter: string) => values[letter] ?? whole);
}

/** `date [-u] [-I] [+FORMAT]` on the engine's clock. */
export const date: Program = (call) => {
  const options = optionsOf(call, 'dD');
  const format = options.operands.find((word) => word.startsWith('+'));
  if (format === undefined && options.operands.length > 0)
    return fail(
      call,
      isBusybox(call)
        ? `invalid date '${options.operands[0] ?? ''}'`
        : `invalid date ‘${options.operands[0] ?? ''}’`,
    );
  const asked = options.value('d');
  const at =
    asked === undefined
      ? call.host.now
      : asked.startsWith('@')
        ? Number(asked.slice(1)) * 1000
        : Date.parse(asked);
  if (Number.isNaN(at))
    return fail(
      call,
      isBusybox(call) ? `invalid date '${asked ?? ''}'` : `invalid date ‘${asked ?? ''}’`,
    );
  call.out(
    `${formatted(at, format?.slice(1) ?? (options.has('I') ? '%F' : '%a %b %e %H:%M:%S UTC %Y'))}\n`,
  );
  return { kind: 'exit', code: 0 };
};
