import { err, ok, type Result } from '../../kernel/result';

/**
 * Sizes and durations as Docker prints and reads them, after docker/go-units v0.5.0 (`size.go`, `duration.go`).
 * Sizes are bytes, durations milliseconds.
 */

const DECIMAL_UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB', 'ZB', 'YB'] as const;
const BINARY_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB', 'ZiB', 'YiB'] as const;

/** Go's `%.Ng`: `precision` significant digits, no trailing zeros, an exponent when the number has more digits. */
export function formatGeneral(value: number, precision: number): string {
  const digits = Math.max(1, precision);
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf';
  const [mantissa = '0', exponentText = '0'] = value.toExponential(digits - 1).split('e');
  const exponent = Number(exponentText);
  if (exponent < -4 || exponent >= digits) {
    const sign = exponent < 0 ? '-' : '+';
    return `${dropZeros(mantissa)}e${sign}${String(Math.abs(exponent)).padStart(2, '0')}`;
  }
  return dropZeros(value.toFixed(Math.max(0, digits - 1 - exponent)));
}

function dropZeros(text: string): string {
  return text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;
}

function scaled(bytes: number, base: number, units: readonly string[], precision: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= base && unit < units.length - 1) {
    size /= base;
    unit += 1;
  }
  return formatGeneral(size, precision) + (units[unit] ?? '');
}

/** Decimal units, four significant digits: `77.8MB`, `1.984MB`, `0B`. Go: `HumanSize`. */
export function humanSize(bytes: number): string {
  return scaled(bytes, 1000, DECIMAL_UNITS, 4);
}

/** Decimal units with the given number of significant digits; `docker images`, `ps -s` and `history` use 3. */
export function humanSizeWithPrecision(bytes: number, precision: number): string {
  return scaled(bytes, 1000, DECIMAL_UNITS, precision);
}

/** Binary units, four significant digits: `1.941MiB` (`docker stats`, memory in `docker info`). Go: `BytesSize`. */
export function bytesSize(bytes: number): string {
  return scaled(bytes, 1024, BINARY_UNITS, 4);
}

/** `Less than a second`, `1 second`, `About a minute`, `3 hours`, `2 years`. Go: `HumanDuration`. */
export function humanDuration(milliseconds: number): string {
  const seconds = Math.trunc(milliseconds / 1000);
  if (seconds < 1) return 'Less than a second';
  if (seconds === 1) return '1 second';
  if (seconds < 60) return `${seconds} seconds`;
  const minutes = Math.trunc(milliseconds / 60_000);
  if (minutes === 1) return 'About a minute';
  if (minutes < 60) return `${minutes} minutes`;
  const exactHours = milliseconds / 3_600_000;
  const hours = Math.trunc(exactHours + 0.5);
  if (hours === 1) return 'About an hour';
  if (hours < 48) return `${hours} hours`;
  if (hours < 24 * 7 * 2) return `${Math.trunc(hours / 24)} days`;
  if (hours < 24 * 30 * 2) return `${Math.trunc(hours / 24 / 7)} weeks`;
  if (hours < 24 * 365 * 2) return `${Math.trunc(hours / 24 / 30)} months`;
  return `${Math.trunc(Math.trunc(exactHours) / 24 / 365)} years`;
}

/** The CREATED column: `2 years ago`. Both arguments are milliseconds since the epoch. */
export function humanAgo(then: number, now: number): string {
  return `${humanDuration(now - then)} ago`;
}

const DECIMAL_FACTORS: ReadonlyMap<string, number> = factors(1000);
const BINARY_FACTORS: ReadonlyMap<string, number> = factors(1024);

function factors(base: number): ReadonlyMap<string, number> {
  return new Map(['k', 'm', 'g', 't', 'p'].map((unit, index) => [unit, base ** (index + 1)]));
}

function parseSize(text: string, units: ReadonlyMap<string, number>): Result<number, string> {
  const separator = /[0-9. ](?=[^0-9. ]*$)/.exec(text)?.index ?? -1;
  if (separator < 0) return err(`invalid size: '${text}'`);
  const number = text.slice(0, text[separator] === ' ' ? separator : separator + 1);
  const suffix = text.slice(separator + 1).toLowerCase();
  if (!/^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)$/.test(number)) {
    return err(`strconv.ParseFloat: parsing ${JSON.stringify(number)}: invalid syntax`);
  }
  const size = Number(number);
  if (size < 0) return err(`invalid size: '${text}'`);
  if (suffix === '' || suffix === 'b') return ok(Math.trunc(size));
  const factor = units.get(suffix.slice(0, 1));
  if (factor === undefined || !['', 'b', 'ib'].includes(suffix.slice(1))) {
    return err(
      `invalid suffix: '${text.slice(separator + 1).length > 3 ? text.slice(separator + 1) : suffix}'`,
    );
  }
  return ok(Math.trunc(size * factor));
}

/** `512m` is 536870912: what `--memory` and `--shm-size` read. Go: `RAMInBytes`. */
export function parseBinarySize(text: string): Result<number, string> {
  return parseSize(text, BINARY_FACTORS);
}

/** `10k` is 10000. Go: `FromHumanSize`. */
export function parseDecimalSize(text: string): Result<number, string> {
  return parseSize(text, DECIMAL_FACTORS);
}
