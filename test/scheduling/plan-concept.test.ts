import { describe, expect, test } from 'vitest';
import type { CardState, Skill, StudiedCard } from '@/lib/scheduling/card';
import { conceptStanding, nextToLearn } from '@/lib/scheduling/concept-standing';
import { addDays } from '@/lib/scheduling/local-day';
import { defaultParameters } from '@/lib/scheduling/parameters';
import { countToAsk, planConcept } from '@/lib/scheduling/plan-concept';
import { defaultLimits, type PlanInput } from '@/lib/scheduling/plan-input';
import { reviewCard } from '@/lib/scheduling/review-card';
import { day } from './support';

const now = Date.parse('2026-03-10T12:00:00Z');
const today = day('2026-03-10');
const kindOf = { recognise: 'choice', do: 'type', recall: 'flashcard' } as const;
const skills: readonly Skill[] = ['recognise', 'recall', 'do'];

function studied(more: Partial<StudiedCard> = {}): StudiedCard {
  return {
    state: 'review',
    stability: 5,
    difficulty: 5,
    step: 0,
    reps: 3,
    lapses: 0,
    due: { kind: 'day', day: addDays(today, 3) },
    lastReviewedAt: now - 5 * 86_400_000,
    lastReviewedDay: addDays(today, -5),
    leech: false,
    ...more,
  };
}

/** Two concepts, the second of which needs the first, with a question for every skill. */
function input(cards: Partial<Record<Skill, CardState>>, more: Partial<PlanInput> = {}): PlanInput {
  return {
    concepts: [
      { id: 'a.one', prerequisites: [] },
      { id: 'b.two', prerequisites: ['a.one'] },
    ],
    cards: Object.entries(cards).map(([skill, state]) => ({
      conceptId: 'b.two',
      skill: skill as Skill,
      state,
    })),
    templates: ['a.one', 'b.two'].flatMap((conceptId) =>
      skills.map((skill) => ({
        id: `${conceptId}-${skill}`,
        conceptId,
        skill,
        kind: kindOf[skill],
        difficulty: 'medium' as const,
        ofCohort: false,
        beliefs: [],
        lastSeenAt: null,
        variantsLeft: null,
      })),
    ),
    now,
    today,
    endOfToday: now + 12 * 3_600_000,
    newToday: 0,
    recent: [],
    heldBeliefs: [],
    parameters: defaultParameters,
    limits: defaultLimits,
    ...more,
  } as PlanInput;
}

const asked = (given: PlanInput): string => {
  const plan = planConcept(given, 'b.two');
  return plan.done ? 'done' : plan.skill;
};

describe('one concept on demand', () => {
  test('is asked at once: its prerequisites, the day’s limit and the concept just asked do not hold it up', () => {
    const given = input({}, { newToday: 99, recent: [{ conceptId: 'b.two', kind: 'choice' }] });
    expect(planConcept(given, 'b.two')).toMatchObject({
      done: false,
      reason: 'chosen',
      conceptId: 'b.two',
      skill: 'recognise',
    });
  });

  test('asks what is due first, then what is new, then what is most likely to be forgotten', () => {
    const due = studied({ due: { kind: 'day', day: today } });
    expect(asked(input({ do: due, recall: studied() }))).toBe('do');
    expect(asked(input({ do: studied(), recall: studied() }))).toBe('recognise');
    const weak = studied({ stability: 1 });
    expect(asked(input({ recognise: studied(), recall: studied(), do: weak }))).toBe('do');
  });

  test('asks each card once a day: then it is done, and says when the concept is due', () => {
    let given = input({});
    const order: string[] = [];
    for (let turn = 0; turn < 9; turn += 1) {
      const plan = planConcept(given, 'b.two');
      if (plan.done) {
        expect(plan.nextDue).not.toBeNull();
        break;
      }
      order.push(plan.skill);
      expect(countToAsk(given, 'b.two')).toBe(skills.length - order.length + 1);
      const states = Object.fromEntries(given.cards.map((card) => [card.skill, card.state]));
      const { card } = reviewCard(states[plan.skill] ?? { state: 'new' }, {
        rating: 'good',
        at: now,
        day: today,
        fuzzSeed: null,
        parameters: defaultParameters,
      });
      given = input({ ...states, [plan.skill]: card });
    }
    expect(order).toEqual(skills);
    expect(countToAsk(given, 'b.two')).toBe(0);
  });

  test('asks a card that was just missed again, so that a sitting does not end on a wrong answer', () => {
    const { card: missed } = reviewCard(
      { state: 'new' },
      { rating: 'again', at: now, day: today, fuzzSeed: null, parameters: defaultParameters },
    );
    const known = studied({ lastReviewedDay: today });
    expect(asked(input({ recognise: missed, recall: known, do: known }))).toBe('recognise');
  });

  test('an early right answer moves memory less than one on its day', () => {
    const grown = (elapsed: number): number => {
      const before = studied({ lastReviewedDay: addDays(today, -elapsed) });
      const { card } = reviewCard(before, {
        rating: 'good',
        at: now,
        day: today,
        fuzzSeed: null,
        parameters: defaultParameters,
      });
      return card.stability;
    };
    expect(grown(1)).toBeLessThan(grown(5));
    expect(grown(1)).toBeGreaterThanOrEqual(5);
  });
});

test.each<[string, readonly CardState[]]>([
  ['new', []],
  ['new', [{ state: 'new' }]],
  ['known', [studied(), { state: 'new' }]],
  ['due', [studied(), studied({ due: { kind: 'day', day: today } })]],
  ['learning', [studied({ state: 'relearning', due: { kind: 'instant', at: now } }), studied()]],
])('a concept is %s by its cards', (standing, cards) => {
  expect(conceptStanding(cards, { now, today })).toBe(standing);
});

test('next to learn is the first concept not begun whose prerequisites are begun', () => {
  const concept = (
    id: string,
    needs: readonly string[],
    standing: 'new' | 'known' | 'learning',
  ) => ({
    id,
    needs,
    standing,
  });
  expect(
    nextToLearn([
      concept('a', [], 'known'),
      concept('b', ['d'], 'new'),
      concept('c', ['a'], 'new'),
      concept('d', ['a'], 'new'),
    ]),
  ).toBe('c');
  expect(nextToLearn([concept('a', [], 'learning')])).toBeNull();
});
