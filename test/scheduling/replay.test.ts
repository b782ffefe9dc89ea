import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newCard, type CardState } from '@/lib/scheduling/card';
import { ratings } from '@/lib/scheduling/fsrs-adapter';
import { addDays } from '@/lib/scheduling/local-day';
import { defaultParameters, parametersOfVersion } from '@/lib/scheduling/parameters';
import { replay, type ReviewRow, type StoredReview } from '@/lib/scheduling/replay';
import { reviewCard } from '@/lib/scheduling/review-card';
import { day } from './support';

const start = day('2026-01-05');
const versions = ['fsrs6-default-1@0.90', 'fsrs6-default-1@0.80'];

const action = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('review' as const),
      cardKey: fc.constantFrom('a', 'b', 'c'),
      rating: fc.constantFrom(...ratings),
      gap: fc.integer({ min: 0, max: 20 }),
      version: fc.constantFrom(...versions),
      guessed: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('undo' as const),
      cardKey: fc.constantFrom('a', 'b', 'c'),
    }),
  },
);

/** A store in the way of the product: live states kept, an undo puts back the state before the card's last answer. */
function live(actions: readonly (typeof action extends fc.Arbitrary<infer T> ? T : never)[]): {
  rows: ReviewRow[];
  states: Map<string, CardState>;
} {
  const rows: ReviewRow[] = [];
  const histories = new Map<string, { id: string; before: CardState }[]>();
  const states = new Map<string, CardState>();
  let today = start;
  actions.forEach((each, index) => {
    const history = histories.get(each.cardKey) ?? [];
    histories.set(each.cardKey, history);
    if (each.kind === 'undo') {
      const last = history.pop();
      if (last === undefined) return;
      rows.push({ kind: 'undo', undoes: last.id });
      states.set(each.cardKey, last.before);
      return;
    }
    today = addDays(today, each.gap);
    const row: StoredReview = {
      kind: 'review',
      id: `review-${index}`,
      cardKey: each.cardKey,
      rating: each.rating,
      at: index * 1000,
      day: today,
      fuzzSeed: each.cardKey,
      parameterVersion: each.version,
      ...(each.guessed ? { guess: { chance: 0.25 } } : {}),
    };
    const parameters = parametersOfVersion(each.version);
    if (!parameters.ok) throw new Error('unknown version');
    const before = states.get(each.cardKey) ?? newCard;
    rows.push(row);
    history.push({ id: row.id, before });
    states.set(each.cardKey, reviewCard(before, { ...row, parameters: parameters.value }).card);
  });
  return { rows, states };
}

describe('replay', () => {
  it('gives exactly the live states after any sequence of answers and undos', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 60 }), (actions) => {
        const { rows, states } = live(actions);
        expect(replay(rows)).toEqual({ ok: true, value: states });
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same after the rows have been through JSON', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 30 }), (actions) => {
        const { rows, states } = live(actions);
        const stored = JSON.parse(JSON.stringify(rows)) as ReviewRow[];
        expect(replay(stored)).toEqual({ ok: true, value: states });
      }),
    );
  });

  it('makes a card new again when its only review was undone', () => {
    const { rows, states } = live([
      {
        kind: 'review',
        cardKey: 'a',
        rating: 'good',
        gap: 0,
        version: versions[0] ?? '',
        guessed: false,
      },
      { kind: 'undo', cardKey: 'a' },
    ]);
    expect(rows).toHaveLength(2);
    expect(states.get('a')).toEqual(newCard);
    expect(replay(rows)).toEqual({ ok: true, value: new Map([['a', newCard]]) });
  });

  it('refuses a review whose parameters are not known rather than guess them', () => {
    const row: StoredReview = {
      kind: 'review',
      id: 'x',
      cardKey: 'a',
      rating: 'good',
      at: 0,
      day: start,
      fuzzSeed: 'a',
      parameterVersion: 'lost',
    };
    expect(replay([row])).toEqual({
      ok: false,
      error: { kind: 'unknown-version', version: 'lost' },
    });
    const own = { ...defaultParameters, version: 'lost' };
    expect(replay([row], () => ({ ok: true, value: own })).ok).toBe(true);
  });
});
