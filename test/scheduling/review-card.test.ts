import fc from 'fast-check';
import { createEmptyCard, fsrs, Rating as FsrsRating, State, type Card, type Grade } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { isLearned, newCard, type CardState, type StudiedCard } from '@/lib/scheduling/card';
import { ratings, type Rating } from '@/lib/scheduling/fsrs-adapter';
import { knewGivenCorrect, knewGivenWrong, predictedCorrect } from '@/lib/scheduling/guess';
import { fuzzRange } from '@/lib/scheduling/interval';
import { addDays, localDay, startOfLocalDay } from '@/lib/scheduling/local-day';
import { parametersForRetention, parametersOfVersion } from '@/lib/scheduling/parameters';
import { recallOn } from '@/lib/scheduling/recall';
import { reviewCard } from '@/lib/scheduling/review-card';
import { day, plain, zone } from './support';

const start = day('2026-01-05');
const anyRating = fc.constantFrom(...ratings);
const minute = 60_000;
const gradeOf: Record<Rating, Grade> = {
  again: FsrsRating.Again,
  hard: FsrsRating.Hard,
  good: FsrsRating.Good,
  easy: FsrsRating.Easy,
};

/** Answers a card on given days (gaps in days) and returns every state. */
function follow(
  answers: readonly { rating: Rating; gap: number }[],
  fuzzSeed: string | null,
): StudiedCard[] {
  let card: CardState = newCard;
  let today = start;
  return answers.map(({ rating, gap }, index) => {
    today = addDays(today, gap);
    const { card: after } = reviewCard(card, {
      rating,
      at: index,
      day: today,
      fuzzSeed,
      parameters: plain,
    });
    card = after;
    return after;
  });
}

describe('reviewCard', () => {
  it('agrees with ts-fsrs on every state, memory and interval, when fed the same days', () => {
    const answers = fc.array(
      fc.record({ rating: anyRating, gap: fc.integer({ min: 0, max: 60 }) }),
      { minLength: 1, maxLength: 15 },
    );
    const reference = fsrs();
    fc.assert(
      fc.property(answers, (list) => {
        const ours = follow(list, null);
        let theirs: Card = createEmptyCard(new Date(0));
        let at = 12 * 60 * minute;
        list.forEach(({ rating, gap }, index) => {
          at += gap * 86_400_000;
          const stepHard = rating === 'hard' && theirs.learning_steps > 0;
          theirs = reference.next(theirs, new Date(at), gradeOf[rating]).card;
          const mine = ours[index];
          expect(mine).toMatchObject({
            state: State[theirs.state].toLowerCase(),
            stability: theirs.stability,
            difficulty: theirs.difficulty,
            step: theirs.learning_steps,
            reps: theirs.reps,
            lapses: theirs.lapses,
          });
          if (mine?.due.kind === 'day')
            expect(mine.due.day).toBe(addDays(mine.lastReviewedDay, theirs.scheduled_days));
          else if (!stepHard) expect(mine?.due.at).toBe(index + theirs.due.getTime() - at);
        });
      }),
    );
  });

  it('gives a new card no memory before and a full memory after', () => {
    const event = { rating: 'good', at: 5, day: start, fuzzSeed: 'x', parameters: plain } as const;
    const { card, facts } = reviewCard(newCard, event);
    expect(facts).toMatchObject({
      elapsedDays: null,
      recallBefore: null,
      stabilityBefore: null,
      difficultyBefore: null,
      sameDay: false,
      stateBefore: 'new',
      stateAfter: 'learning',
      stabilityAfter: card.stability,
      difficultyAfter: card.difficulty,
      due: { kind: 'instant', at: 5 + 10 * minute },
      parameterVersion: 'plain',
    });
    expect(JSON.parse(JSON.stringify(card))).toEqual(card);
  });

  it('counts local days, not UTC dates: an hour across midnight UTC is the same day', () => {
    const seoul = zone('Asia/Seoul');
    const before = Date.parse('2026-03-01T23:30:00Z');
    const after = Date.parse('2026-03-02T00:30:00Z');
    const first = reviewCard(newCard, {
      rating: 'easy',
      at: before,
      day: localDay(before, seoul),
      fuzzSeed: null,
      parameters: plain,
    }).card;
    const { facts } = reviewCard(first, {
      rating: 'good',
      at: after,
      day: localDay(after, seoul),
      fuzzSeed: null,
      parameters: plain,
    });
    expect(facts).toMatchObject({ elapsedDays: 0, sameDay: true, recallBefore: 1 });
    expect(facts.stabilityAfter).toBeCloseTo(first.stability, 6);
  });

  it('is due on a day, so that daylight saving does not move it', () => {
    const berlin = zone('Europe/Berlin');
    const at = Date.parse('2026-03-28T08:00:00Z');
    const event = {
      rating: 'easy',
      at,
      day: localDay(at, berlin),
      fuzzSeed: null,
      parameters: plain,
    } as const;
    const { due } = reviewCard(newCard, event).card;
    expect(due).toEqual({ kind: 'day', day: '2026-04-05' });
    expect(startOfLocalDay(day('2026-04-05'), berlin)).toBe(Date.parse('2026-04-05T02:00:00Z'));
  });

  it('never counts negative days for a learner who flew west', () => {
    const [first] = follow([{ rating: 'easy', gap: 0 }], null);
    if (first === undefined) throw new Error('no review');
    const { facts } = reviewCard(first, {
      rating: 'good',
      at: 9,
      day: addDays(start, -1),
      fuzzSeed: null,
      parameters: plain,
    });
    expect(facts.elapsedDays).toBe(0);
  });

  it('marks a leech at the threshold and keeps the mark', () => {
    const parameters = { ...plain, leechThreshold: 2 };
    let card: CardState = newCard;
    let today = start;
    const became: boolean[] = [];
    for (const rating of ['easy', 'again', 'good', 'again', 'good', 'good'] as const) {
      const reviewed = reviewCard(card, { rating, at: 0, day: today, fuzzSeed: null, parameters });
      card = reviewed.card;
      became.push(reviewed.facts.becameLeech);
      today = addDays(today, 1);
    }
    expect(became).toEqual([false, false, false, true, false, false]);
    expect(card).toMatchObject({ lapses: 2, leech: true });
  });

  it('repeats a step for Hard and does not hold back what waits for a right answer', () => {
    const hard = follow([{ rating: 'hard', gap: 0 }], null)[0] ?? newCard;
    expect(hard).toMatchObject({
      state: 'learning',
      step: 0,
      due: { kind: 'instant', at: 6 * minute },
    });
    expect(isLearned(hard, plain.learningSteps)).toBe(true);
    const again = follow([{ rating: 'again', gap: 0 }], null)[0] ?? newCard;
    expect(isLearned(again, plain.learningSteps)).toBe(false);
  });
});

describe('fuzz', () => {
  it('has the ranges of Anki', () => {
    const range = (days: number) => Object.values(fuzzRange(days, 0, 36_500));
    expect([1, 2, 3, 7, 20, 100].map(range)).toEqual([
      [1, 1],
      [2, 2],
      [2, 4],
      [5, 9],
      [17, 23],
      [93, 107],
    ]);
  });

  it('keeps every due day in the range around the unfuzzed one, and is the same for the same seed', () => {
    const answers = fc.array(fc.integer({ min: 1, max: 80 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(answers, fc.string(), (gaps, seed) => {
        const list = [
          { rating: 'easy' as const, gap: 0 },
          ...gaps.map((gap) => ({ rating: 'good' as const, gap })),
        ];
        const exact = follow(list, null);
        const fuzzed = follow(list, seed);
        expect(follow(list, seed)).toEqual(fuzzed);
        fuzzed.forEach((card, index) => {
          const base = exact[index];
          if (card.due.kind !== 'day' || base?.due.kind !== 'day') throw new Error('not a day');
          expect(card.stability).toBe(base.stability);
          const days = (of: StudiedCard): number =>
            of.due.kind === 'day' ? Date.parse(of.due.day) - Date.parse(of.lastReviewedDay) : NaN;
          const plainDays = days(base) / 86_400_000;
          const { lowest, highest } = fuzzRange(plainDays, list[index]?.gap ?? 0, 36_500);
          // Good stays a day longer than Hard, whose own fuzz may end one higher.
          expect(days(card) / 86_400_000).toBeGreaterThanOrEqual(Math.min(lowest, plainDays - 1));
          expect(days(card) / 86_400_000).toBeLessThanOrEqual(highest + 1);
        });
      }),
    );
  });

  it('differs between cards whose ids and review counts add up to the same number', () => {
    const dues = ['11', '12', '13', '14', '15', '16'].map((id) => {
      const list = [{ rating: 'easy' as const, gap: 0 }];
      return JSON.stringify(follow([...list, { rating: 'good', gap: 200 }], id).at(-1)?.due);
    });
    expect(new Set(dues).size).toBeGreaterThan(1);
  });
});

describe('memory', () => {
  it('stays within its bounds and passes every interval rule, whatever the answers', () => {
    const answers = fc.array(
      fc.record({ rating: anyRating, gap: fc.integer({ min: 0, max: 4000 }) }),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(answers, (list) => {
        for (const card of follow(list, 'seed')) {
          expect(card.stability).toBeGreaterThan(0);
          expect(card.stability).toBeLessThanOrEqual(36_500);
          expect(card.difficulty).toBeGreaterThanOrEqual(1);
          expect(card.difficulty).toBeLessThanOrEqual(10);
          if (card.state === 'review') expect(card.due.kind).toBe('day');
          else expect(card.due.kind).toBe('instant');
          if (card.due.kind === 'day') expect(card.due.day > card.lastReviewedDay).toBe(true);
        }
      }),
    );
  });

  it('fades: predicted recall never rises while nothing is answered, and is null for a new card', () => {
    expect(recallOn(newCard, start, plain)).toBeNull();
    const [card] = follow([{ rating: 'good', gap: 0 }], null);
    if (card === undefined) throw new Error('no review');
    const curve = Array.from(
      { length: 50 },
      (_, n) => recallOn(card, addDays(start, n), plain) ?? 1,
    );
    expect(curve[0]).toBe(1);
    expect([...curve].sort((a, b) => b - a)).toEqual(curve);
  });
});

describe('guessing', () => {
  const four = { chance: 0.25 };

  it('has the published weights for four options', () => {
    expect([0.9, 0.5, 0.2].map((r) => knewGivenCorrect(r, four).toFixed(2))).toEqual([
      '0.97',
      '0.79',
      '0.49',
    ]);
  });

  it('shares out the chances of every outcome', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), (r) => {
        const p = predictedCorrect(r, four);
        expect(p * knewGivenCorrect(r, four) + (1 - p) * knewGivenWrong(r, four)).toBeCloseTo(r, 9);
      }),
    );
  });

  it('moves memory between the rating given and Again, and does nothing when switched off', () => {
    const [card] = follow([{ rating: 'easy', gap: 0 }], null);
    if (card === undefined) throw new Error('no review');
    const stability = (rating: Rating, guessMix: boolean): number =>
      reviewCard(card, {
        rating,
        at: 0,
        day: addDays(start, 30),
        fuzzSeed: null,
        parameters: { ...plain, guessMix },
        guess: four,
      }).card.stability;
    expect(stability('good', true)).toBeLessThan(stability('good', false));
    expect(stability('good', true)).toBeGreaterThan(stability('again', false));
    expect(stability('again', true)).toBe(stability('again', false));
  });
});

describe('parameter versions', () => {
  it('lead back to the very parameters', () => {
    for (const retention of [0.7, 0.85, 0.9, 0.97]) {
      const made = parametersForRetention(retention);
      if (!made.ok) throw new Error('refused');
      expect(parametersOfVersion(made.value.version)).toEqual(made);
      expect(made.value.desiredRetention).toBe(retention);
    }
  });

  it('refuse what they do not know', () => {
    for (const retention of [0.5, 0.99, NaN])
      expect(parametersForRetention(retention).ok).toBe(false);
    for (const version of ['', 'fsrs6-default-1', 'fsrs5@0.90', 'fsrs6-default-1@0.10'])
      expect(parametersOfVersion(version).ok).toBe(false);
  });
});
