import { describe, expect, it } from 'vitest';
import { parseTime } from '@/lib/engine/cli/commands/time';

const NOW = Date.UTC(2026, 0, 15, 9);

describe('moments of --since and --until', () => {
  it.each([
    ['10m', NOW - 600_000],
    ['1h30m', NOW - 5_400_000],
    ['2026-01-02', Date.UTC(2026, 0, 2)],
    ['2026-01-02T03', Date.UTC(2026, 0, 2, 3)],
    ['2026-01-02T03:04', Date.UTC(2026, 0, 2, 3, 4)],
    ['2026-01-02T03:04:05', Date.UTC(2026, 0, 2, 3, 4, 5)],
    ['2026-01-02T03:04:05.5', Date.UTC(2026, 0, 2, 3, 4, 5, 500)],
    ['2026-01-02T03:04:05Z', Date.UTC(2026, 0, 2, 3, 4, 5)],
    ['2026-01-02T03:04:05+09:00', Date.UTC(2026, 0, 1, 18, 4, 5)],
    ['2026-01-02Z', Date.UTC(2026, 0, 2)],
  ])('%s', (text, moment) => {
    const parsed = parseTime(text, NOW);
    expect(parsed.ok && Number(parsed.value) * 1000).toBe(moment);
  });

  it('a UNIX time is passed on as it is', () => {
    expect(parseTime('1768467600', NOW)).toEqual({ ok: true, value: '1768467600' });
  });

  it.each([
    ['yesterday', 'failed to parse value as time or duration: "yesterday"'],
    ['2020-13-01', 'parsing time "2020-13-01": month out of range'],
    ['2026-02-30', 'parsing time "2026-02-30": day out of range'],
    ['2026-01-02T25', 'parsing time "2026-01-02T25": hour out of range'],
    ['2026-1-2', 'parsing time "2026-1-2" as "2006-01-02": cannot parse "1-2" as "01"'],
    ['2026-01-021', 'parsing time "2026-01-021": extra text: "1"'],
  ])('%s is refused in the words of Go', (text, error) => {
    expect(parseTime(text, NOW)).toEqual({ ok: false, error });
  });
});
