import { describe, expect, test } from 'vitest';
import {
  bytesSize,
  formatGeneral,
  humanAgo,
  humanDuration,
  humanSize,
  humanSizeWithPrecision,
  parseBinarySize,
  parseDecimalSize,
} from '@/lib/engine/cli/humanize';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('sizes', () => {
  test.each([
    [0, '0B'],
    [5, '5B'],
    [999, '999B'],
    [1000, '1kB'],
    [1024, '1.024kB'],
    [1_982_510, '1.983MB'],
    [77_800_000, '77.8MB'],
    [1_000_000, '1MB'],
    [3_420_000_000_000, '3.42TB'],
  ])('humanSize(%d) is %s', (bytes, text) => {
    expect(humanSize(bytes)).toBe(text);
  });

  test.each([
    [0, '0B'],
    [1_982_510, '1.98MB'],
    [77_844_807, '77.8MB'],
    [473_912_000, '474MB'],
    [999_600, '1e+03kB'],
    [3_970_000, '3.97MB'],
  ])('three digits as docker images shows them: %d is %s', (bytes, text) => {
    expect(humanSizeWithPrecision(bytes, 3)).toBe(text);
  });

  test.each([
    [0, '0B'],
    [1024, '1KiB'],
    [8_128_000, '7.751MiB'],
    [67_108_864, '64MiB'],
    [2_147_483_648, '2GiB'],
  ])('bytesSize(%d) is %s', (bytes, text) => {
    expect(bytesSize(bytes)).toBe(text);
  });

  test.each([
    [0.00001234, 3, '1.23e-05'],
    [123456, 3, '1.23e+05'],
    [100, 3, '100'],
    [0.5, 4, '0.5'],
    [Number.NaN, 3, 'NaN'],
    [Number.POSITIVE_INFINITY, 3, '+Inf'],
  ])('%%.*g of %d with %d digits is %s', (value, digits, text) => {
    expect(formatGeneral(value, digits)).toBe(text);
  });

  test.each([
    ['512m', 536_870_912],
    ['64M', 67_108_864],
    ['1g', 1_073_741_824],
    ['1.5KiB', 1536],
    ['32', 32],
    ['32b', 32],
    ['32 mb', 33_554_432],
  ])('%s is read as %d bytes', (text, bytes) => {
    expect(parseBinarySize(text)).toEqual({ ok: true, value: bytes });
  });

  test.each([
    ['abc', "invalid size: 'abc'"],
    ['', "invalid size: ''"],
    ['0.5x', "invalid suffix: 'x'"],
    ['1mbb', "invalid suffix: 'mbb'"],
    ['1bb', "invalid suffix: 'bb'"],
    ['-1m', "invalid size: '-1m'"],
    ['1.2.3m', 'strconv.ParseFloat: parsing "1.2.3": invalid syntax'],
  ])('%s is refused: %s', (text, error) => {
    expect(parseBinarySize(text)).toEqual({ ok: false, error });
  });

  test('decimal units are multiples of a thousand', () => {
    expect(parseDecimalSize('10k')).toEqual({ ok: true, value: 10_000 });
  });
});

describe('durations', () => {
  test.each([
    [450, 'Less than a second'],
    [1 * SECOND, '1 second'],
    [47 * SECOND, '47 seconds'],
    [59.9 * SECOND, '59 seconds'],
    [1 * MINUTE, 'About a minute'],
    [2 * MINUTE, '2 minutes'],
    [29 * MINUTE + 59 * SECOND, '29 minutes'],
    [60 * MINUTE, 'About an hour'],
    [89 * MINUTE, 'About an hour'],
    [90 * MINUTE, '2 hours'],
    [35 * HOUR, '35 hours'],
    [47 * HOUR, '47 hours'],
    [48 * HOUR, '2 days'],
    [13 * DAY, '13 days'],
    [14 * DAY, '2 weeks'],
    [59 * DAY, '8 weeks'],
    [60 * DAY, '2 months'],
    [729 * DAY, '24 months'],
    [730 * DAY, '2 years'],
    [35 * 365 * DAY, '35 years'],
  ])('%d ms is %s', (milliseconds, text) => {
    expect(humanDuration(milliseconds)).toBe(text);
  });

  test('the CREATED column counts from now', () => {
    expect(humanAgo(Date.UTC(2024, 4, 29), Date.UTC(2026, 10, 21))).toBe('2 years ago');
  });
});
