import { describe, expect, it } from 'vitest';
import { newCard, type CardState } from '@/lib/scheduling/card';
import {
  defaultWeights,
  intervalFor,
  nextMemory,
  recallAfter,
  type Memory,
  type Rating,
} from '@/lib/scheduling/fsrs-adapter';
import { nextInterval } from '@/lib/scheduling/interval';
import { isLeechLapse } from '@/lib/scheduling/leech';
import { addDays } from '@/lib/scheduling/local-day';
import { reviewCard } from '@/lib/scheduling/review-card';
import { day, plain } from './support';

const start = day('2026-01-05');
const rate = (numbers: readonly number[]): Rating[] =>
  numbers.map((n) => (['again', 'hard', 'good', 'easy'] as const)[n - 1] ?? 'good');

describe('published vectors of FSRS-6 with default parameters', () => {
  it('py-fsrs: each answer given when it falls due', () => {
    let card: CardState = newCard;
    let at = Date.parse('2026-01-05T12:00:00Z');
    let today = start;
    const days: number[] = [];
    for (const rating of rate([3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3])) {
      const { card: after, facts } = reviewCard(card, {
        rating,
        at,
        day: today,
        fuzzSeed: null,
        parameters: plain,
      });
      days.push(facts.scheduledDays);
      card = after;
      if (after.due.kind === 'day') {
        at += facts.scheduledDays * 86_400_000;
        today = after.due.day;
      } else at = after.due.at;
    }
    expect(days).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
  });

  it.each([
    [true, 53.62691, 6.3574867],
    [false, 53.335106, 6.3574867],
  ])(
    'fsrs-rs: 1,3,3,3,3,3 with gaps 0,0,1,3,8,21 and short-term %s leave stability %d, difficulty %d',
    (shortTerm, stability, difficulty) => {
      const parameters = { ...plain, shortTerm };
      const gaps = [0, 0, 1, 3, 8, 21];
      let card: CardState = newCard;
      let today = start;
      let after: Memory = { stability: NaN, difficulty: NaN };
      rate([1, 3, 3, 3, 3, 3]).forEach((rating, index) => {
        today = addDays(today, gaps[index] ?? 0);
        const event = { rating, at: index, day: today, fuzzSeed: null, parameters };
        const studied = reviewCard(card, event).card;
        card = studied;
        after = studied;
      });
      expect(after.stability).toBeCloseTo(stability, 4);
      expect(after.difficulty).toBeCloseTo(difficulty, 6);
    },
  );

  it('predicted recall at stability 1', () => {
    const curve = [0, 1, 2, 3].map((t) => recallAfter(t, 1, defaultWeights));
    const published = [1, 0.9, 0.84588465, 0.8093881];
    curve.forEach((recall, t) => expect(recall).toBeCloseTo(published[t] ?? NaN, 7));
  });

  it('interval at stability 1 for desired retention 0.1 to 1', () => {
    const retentions = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
    const intervals = retentions.map((desiredRetention) =>
      nextInterval(1, 0, { ...plain, desiredRetention }, null),
    );
    expect(intervals).toEqual([36500, 34793, 2508, 387, 90, 27, 9, 3, 1, 1]);
  });

  it('an interval at the retention that defines stability is the stability', () => {
    expect(intervalFor(7.3, 0.9, defaultWeights)).toBeCloseTo(7.3, 5);
  });

  it('a first stability below 0.1, as fitted learners have, is kept', () => {
    const weights = [0.02, ...defaultWeights.slice(1)];
    expect(nextMemory(null, 0, 'again', { weights, shortTerm: true }).stability).toBe(0.02);
  });
});

describe('leech, as Anki', () => {
  const leeches = (threshold: number): number[] =>
    Array.from({ length: 17 }, (_, lapses) => lapses).filter((n) => isLeechLapse(n, threshold));

  it('at lapses 8, 12, 16 for threshold 8', () => expect(leeches(8)).toEqual([8, 12, 16]));
  it('at lapses 3, 5, 7 … for threshold 3', () =>
    expect(leeches(3)).toEqual([3, 5, 7, 9, 11, 13, 15]));
  it('at every lapse for threshold 1', () => expect(leeches(1).slice(0, 3)).toEqual([1, 2, 3]));
  it('never for threshold 0', () => expect(leeches(0)).toEqual([]));
});
