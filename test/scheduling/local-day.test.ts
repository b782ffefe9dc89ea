import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  daysBetween,
  localDay,
  parseLocalDay,
  parseTimeZone,
  startOfLocalDay,
} from '@/lib/scheduling/local-day';
import { day, zone } from './support';

const at = (iso: string): number => Date.parse(iso);

describe('localDay', () => {
  it.each([
    ['2026-03-01T12:00:00Z', 'UTC', 4, '2026-03-01'],
    ['2026-03-01T03:59:59.999Z', 'UTC', 4, '2026-02-28'],
    ['2026-03-01T04:00:00Z', 'UTC', 4, '2026-03-01'],
    ['2026-03-01T00:00:00Z', 'UTC', 0, '2026-03-01'],
    ['2026-03-01T18:59:59Z', 'Asia/Seoul', 4, '2026-03-01'],
    ['2026-03-01T19:00:00Z', 'Asia/Seoul', 4, '2026-03-02'],
    // Clocks go forward, 2026-03-29 02:00 → 03:00 in Berlin: 03:59 summer time is 01:59Z.
    ['2026-03-29T01:59:59Z', 'Europe/Berlin', 4, '2026-03-28'],
    ['2026-03-29T02:00:00Z', 'Europe/Berlin', 4, '2026-03-29'],
    // Clocks go back, 2026-10-25 03:00 → 02:00: 04:00 winter time is 03:00Z.
    ['2026-10-25T02:59:59Z', 'Europe/Berlin', 4, '2026-10-24'],
    ['2026-10-25T03:00:00Z', 'Europe/Berlin', 4, '2026-10-25'],
    ['2026-06-30T13:29:59Z', 'Australia/Lord_Howe', 0, '2026-06-30'],
    ['2026-06-30T13:30:00Z', 'Australia/Lord_Howe', 0, '2026-07-01'],
    ['2027-01-01T08:00:00Z', 'America/Los_Angeles', 4, '2026-12-31'],
  ])('%s in %s with roll-over %i is %s', (instant, name, rollOver, expected) => {
    expect(localDay(at(instant), zone(name), rollOver)).toBe(expected);
  });

  it('refuses an hour that is none', () => {
    expect(() => localDay(0, zone('UTC'), 24)).toThrow(/roll-over hour/);
    expect(() => localDay(0, zone('UTC'), 1.5)).toThrow(/roll-over hour/);
  });
});

describe('parseTimeZone', () => {
  it('refuses a zone that this machine does not know', () => {
    for (const text of ['Mars/Olympus', '', 'Asia/Soul'])
      expect(parseTimeZone(text)).toEqual({
        ok: false,
        error: { kind: 'unknown-time-zone', text },
      });
  });
});

describe('parseLocalDay', () => {
  it('admits days of the calendar only', () => {
    expect(parseLocalDay('2024-02-29').ok).toBe(true);
    for (const text of ['2026-02-29', '2026-13-01', '2026-1-1', '', '2026-00-10'])
      expect(parseLocalDay(text).ok).toBe(false);
  });
});

describe('startOfLocalDay', () => {
  it.each([
    ['2026-03-01', 'Asia/Seoul', 4, '2026-02-28T19:00:00Z'],
    ['2026-03-29', 'Europe/Berlin', 4, '2026-03-29T02:00:00Z'],
    ['2026-10-25', 'Europe/Berlin', 4, '2026-10-25T03:00:00Z'],
    // 02:00 does not exist on this day: it begins at the jump.
    ['2026-03-29', 'Europe/Berlin', 2, '2026-03-29T01:00:00Z'],
    // Samoa left this whole day out.
    ['2011-12-30', 'Pacific/Apia', 0, '2011-12-30T10:00:00Z'],
  ])('%s in %s with roll-over %i begins at %s', (text, name, rollOver, expected) => {
    expect(startOfLocalDay(day(text), zone(name), rollOver)).toBe(at(expected));
  });

  it('is the boundary: it lies on the day and the millisecond before does not', () => {
    const zones = ['UTC', 'Asia/Seoul', 'Europe/Berlin', 'America/New_York', 'Pacific/Kiritimati'];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 23 }),
        (offset, name, rollOver) => {
          const local = addDays(day('1995-01-02'), offset);
          const start = startOfLocalDay(local, zone(name), rollOver);
          expect(localDay(start - 1, zone(name), rollOver) < local).toBe(true);
          expect(localDay(start, zone(name), rollOver) >= local).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('day arithmetic', () => {
  it('adds and counts days as the calendar does', () => {
    expect(addDays(day('2024-02-28'), 1)).toBe('2024-02-29');
    expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01');
    expect(addDays(day('2026-03-01'), -1)).toBe('2026-02-28');
    expect(daysBetween(day('2026-03-28'), day('2026-03-30'))).toBe(2);
    expect(daysBetween(day('2026-03-30'), day('2026-03-28'))).toBe(-2);
  });

  it('adding n days and counting them are inverse, and agree with the platform calendar', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -60_000, max: 60_000 }),
        fc.integer({ min: 0, max: 20_000 }),
        (days, offset) => {
          const from = addDays(day('1970-01-01'), offset);
          const to = addDays(from, days);
          expect(daysBetween(from, to)).toBe(days);
          const platform = new Date((offset + days) * 86_400_000).toISOString().slice(0, 10);
          expect(to).toBe(platform);
        },
      ),
    );
  });
});
