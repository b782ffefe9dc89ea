import { describe, expect, it } from 'vitest';
import { forecastDay } from '@/lib/scheduling/forecast-day';
import { newCard, type Due, type StudiedCard } from '@/lib/scheduling/card';
import { addDays } from '@/lib/scheduling/local-day';
import { dueDays, streakOf } from '@/lib/scheduling/streak';
import { day } from './support';

const today = day('2026-03-10');
const ago = (...days: number[]) => days.map((n) => addDays(today, -n));
const always = (): boolean => true;
const never = (): boolean => false;

describe('streakOf', () => {
  it('counts local days with practice up to today', () => {
    expect(streakOf(ago(2, 1, 0, 0), always, today)).toMatchObject({
      days: 3,
      longest: 3,
      practisedToday: true,
    });
  });

  it('is not broken by a today that is not over', () => {
    expect(streakOf(ago(2, 1), always, today)).toMatchObject({ days: 2, practisedToday: false });
  });

  it('begins again after a missed day', () => {
    expect(streakOf(ago(5, 4, 3, 1), always, today)).toMatchObject({ days: 1, longest: 3 });
    expect(streakOf(ago(2), always, today)).toMatchObject({ days: 0, longest: 1 });
  });

  it('forgives a day with nothing due, without counting it', () => {
    expect(streakOf(ago(5, 4, 1, 0), never, today)).toMatchObject({ days: 4, longest: 4 });
    const dueOnce = addDays(today, -3);
    expect(streakOf(ago(5, 4, 1, 0), (each) => each === dueOnce, today)).toMatchObject({ days: 2 });
  });

  it('earns a freeze in seven days, which bridges one missed day', () => {
    const week = ago(9, 8, 7, 6, 5, 4, 3);
    expect(streakOf(week, never, today)).toMatchObject({ days: 7, freezes: 1, frozen: [] });
    expect(streakOf([...week, ...ago(1)], always, today)).toMatchObject({
      days: 8,
      freezes: 0,
      frozen: ago(2),
    });
    expect(streakOf([...week, ...ago(0)], always, today)).toMatchObject({ days: 1, longest: 7 });
  });

  it('holds two freezes at most', () => {
    const month = Array.from({ length: 28 }, (_, index) => index + 1);
    expect(streakOf(ago(...month), always, today)).toMatchObject({ days: 28, freezes: 2 });
  });

  it('is nothing for a learner who never practised', () => {
    expect(streakOf([], always, today)).toEqual({
      days: 0,
      longest: 0,
      practisedToday: false,
      freezes: 0,
      frozen: [],
    });
  });
});

describe('dueDays', () => {
  it('is a day from a card falling due until it is reviewed again', () => {
    const [a, b, c] = [addDays(today, -10), addDays(today, -7), addDays(today, -5)];
    const hadDue = dueDays([
      { cardKey: 'x', day: a, dueDay: b },
      { cardKey: 'x', day: c, dueDay: today },
    ]);
    expect(ago(10, 8, 7, 6, 5, 1, 0).map(hadDue)).toEqual([
      false,
      false,
      true,
      true,
      false,
      false,
      true,
    ]);
  });
});

describe('forecastDay', () => {
  const endOfToday = Date.parse('2026-03-11T04:00:00Z');
  const card = (due: Due): StudiedCard => ({
    state: 'review',
    stability: 5,
    difficulty: 5,
    step: 0,
    reps: 1,
    lapses: 0,
    due,
    lastReviewedAt: 0,
    lastReviewedDay: addDays(today, -5),
    leech: false,
  });
  const inDays = (days: number): StudiedCard => card({ kind: 'day', day: addDays(today, days) });

  it('counts what is due today, overdue included, and on the next seven days', () => {
    const cards = [
      newCard,
      inDays(-3),
      inDays(0),
      inDays(1),
      inDays(7),
      inDays(7),
      inDays(8),
      card({ kind: 'instant', at: endOfToday - 1 }),
      card({ kind: 'instant', at: endOfToday }),
    ];
    const forecast = forecastDay({ cards, today, endOfToday, newToday: 2 });
    expect(forecast).toMatchObject({ dueCount: 3, newCount: 2, minutes: 4 });
    expect(forecast.nextDays.map((each) => each.due)).toEqual([2, 0, 0, 0, 0, 0, 2]);
    expect(forecast.nextDays[0]?.day).toBe('2026-03-11');
  });

  it('takes no time when nothing is to do, and at least a minute otherwise', () => {
    expect(forecastDay({ cards: [], today, endOfToday, newToday: 0 }).minutes).toBe(0);
    expect(forecastDay({ cards: [inDays(0)], today, endOfToday, newToday: 0 }).minutes).toBe(1);
  });
});
