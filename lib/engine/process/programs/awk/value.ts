/** A value: a number, a text, or what came in and looks like a number (`numeric`, else null). */
export type Value = number | string | Field;

export interface Field {
  readonly text: string;
  readonly numeric: number | null;
}

/** What a variable is before anything is assigned. */
export const UNSET: Field = { text: '', numeric: 0 };

const NUMBER = /^[ \t\n]*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/;

/** What comes in from outside: it compares as a number where it looks like one. */
export function fieldOf(text: string): Value {
  const found = NUMBER.exec(text)?.[0];
  return found !== undefined && text.slice(found.length).trim() === ''
    ? { text, numeric: Number(found) }
    : text;
}

export function numberOf(value: Value): number {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return value.numeric ?? 0;
  const found = NUMBER.exec(value)?.[0];
  return found === undefined ? 0 : Number(found);
}

export function textOf(value: Value, format = '%.6g'): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'number') return value.text;
  if (Number.isInteger(value) && Math.abs(value) < 1e16) return String(value === 0 ? 0 : value);
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
  return formatOne(format, value);
}

export function isTrue(value: Value): boolean {
  if (typeof value === 'number') return value !== 0;
  if (typeof value === 'string') return value !== '';
  return value.numeric === null ? value.text !== '' : value.numeric !== 0;
}

/** Below zero, zero or above it: as numbers where both look like numbers. */
export function compare(left: Value, right: Value): number {
  const numeric = (value: Value): number | null =>
    typeof value === 'number' ? value : typeof value === 'string' ? null : value.numeric;
  const [a, b] = [numeric(left), numeric(right)];
  if (a !== null && b !== null) return a - b;
  const [x, y] = [textOf(left), textOf(right)];
  return x < y ? -1 : x > y ? 1 : 0;
}

const MOST_WIDTH = 10_000;

/** A text as the bytes that awk counts, one character each. */
export function bytesOf(text: string): string {
  if (!/[^\0-\x7f]/.test(text)) return text;
  let bytes = '';
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return bytes;
}

export function ofBytes(bytes: string): string {
  if (!/[^\0-\x7f]/.test(bytes)) return bytes;
  return new TextDecoder().decode(Uint8Array.from(bytes, (letter) => letter.charCodeAt(0)));
}

function formatOne(format: string, value: number): string {
  return sprintf(format, [value]);
}

/** C's printf over values; what is missing is empty. */
export function sprintf(format: string, values: readonly Value[]): string {
  let next = 0;
  const take = (): Value => values[next++] ?? UNSET;
  return format.replace(
    /%([-0+ #]*)(\*|\d*)(?:\.(\*|\d*))?[hlL]*([a-zA-Z%])/g,
    (whole, flags: string, width: string, places: string | undefined, kind: string) => {
      if (kind === '%') return '%';
      const wide = width === '*' ? numberOf(take()) : Number(width || '0');
      const precision =
        places === undefined ? null : places === '*' ? numberOf(take()) : Number(places || '0');
      const text = converted(kind, take, flags, precision);
      if (text === null) return whole;
      const size = Math.min(MOST_WIDTH, Math.abs(wide));
      const missing = ' '.repeat(Math.max(0, size - bytesOf(text).length));
      if (flags.includes('-') || wide < 0) return text + missing;
      if (!flags.includes('0') || 'sc'.includes(kind)) return missing + text;
      const sign = /^[-+ ]?/.exec(text)?.[0] ?? '';
      return sign + '0'.repeat(missing.length) + text.slice(sign.length);
    },
  );
}

function converted(
  kind: string,
  take: () => Value,
  flags: string,
  precision: number | null,
): string | null {
  if (kind === 's') {
    const text = textOf(take());
    return precision === null ? text : ofBytes(bytesOf(text).slice(0, precision));
  }
  if (kind === 'c') {
    const value = take();
    const isNumber =
      typeof value === 'number' || (typeof value !== 'string' && value.numeric !== null);
    return isNumber ? String.fromCharCode(numberOf(value) & 255) : textOf(value).slice(0, 1);
  }
  if (!'diouxXeEfFgG'.includes(kind)) return null;
  const value = numberOf(take());
  const signed = (text: string): string =>
    text.startsWith('-')
      ? text
      : flags.includes('+')
        ? `+${text}`
        : flags.includes(' ')
          ? ` ${text}`
          : text;
  const places = Math.min(50, precision ?? 6);
  switch (kind) {
    case 'e':
    case 'E': {
      const text = value.toExponential(places).replace(/e([-+])(\d)$/, 'e$10$2');
      return signed(kind === 'E' ? text.toUpperCase() : text);
    }
    case 'f':
    case 'F':
      return signed(fixed(value, places));
    case 'g':
    case 'G':
      return signed(general(value, precision ?? 6));
    default: {
      if (!Number.isFinite(value)) return textOf(value);
      const whole = BigInt(Math.trunc(value));
      const digits = (whole < 0n ? -whole : whole).toString(
        'o' === kind ? 8 : 'xX'.includes(kind) ? 16 : 10,
      );
      const padded = digits.padStart(Math.min(MOST_WIDTH, precision ?? 0), '0');
      const text = kind === 'X' ? padded.toUpperCase() : padded;
      return signed(whole < 0n ? `-${text}` : text);
    }
  }
}

/** `toFixed`, and a number that stands exactly between two goes to the even one, as C has it. */
function fixed(value: number, places: number): string {
  if (!Number.isFinite(value)) return textOf(value);
  const text = value.toFixed(places);
  const scaled = Math.abs(value) * 10 ** places;
  const isHalf =
    places < 15 &&
    scaled < 2 ** 50 &&
    scaled % 1 === 0.5 &&
    scaled / 10 ** places === Math.abs(value);
  if (!isHalf || Math.floor(scaled) % 2 === 1) return text;
  const even = (Math.floor(scaled) / 10 ** places).toFixed(places);
  return value < 0 ? `-${even}` : even;
}

function general(value: number, precision: number): string {
  if (!Number.isFinite(value)) return textOf(value);
  if (value === 0) return '0';
  const places = Math.min(50, Math.max(1, precision));
  const [, mantissa = '', power = '0'] = /^(.*)e(.*)$/.exec(value.toExponential(places - 1)) ?? [];
  const exponent = Number(power);
  const trim = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);
  if (exponent >= -4 && exponent < places)
    return trim(value.toFixed(Math.max(0, places - 1 - exponent)));
  const digits = String(Math.abs(exponent)).padStart(2, '0');
  return `${trim(mantissa)}e${exponent < 0 ? '-' : '+'}${digits}`;
}
