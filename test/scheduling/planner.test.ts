import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isDue,
  newCard,
  type CardState,
  type Skill,
  type StudiedCard,
} from '@/lib/scheduling/card';
import type { Rating } from '@/lib/scheduling/fsrs-adapter';
import type { Kind } from '@/lib/scheduling/kind-ladder';
import { addDays } from '@/lib/scheduling/local-day';
import { defaultParameters } from '@/lib/scheduling/parameters';
import {
  defaultLimits,
  type HeldBelief,
  type PlannedCard,
  type PlannedTemplate,
  type PlanInput,
} from '@/lib/scheduling/plan-input';
import { forecastPlan } from '@/lib/scheduling/forecast-day';
import { planNext } from '@/lib/scheduling/planner';
import { reviewCard } from '@/lib/scheduling/review-card';
import { day } from './support';

const now = Date.parse('2026-03-10T12:00:00Z');
const today = day('2026-03-10');

const skillOf: Record<Kind, Skill> = {
  choice: 'recognise',
  several: 'recognise',
  predict: 'recognise',
  order: 'recognise',
  blanks: 'do',
  type: 'do',
  parts: 'do',
  lab: 'do',
  flashcard: 'recall',
};

function template(
  conceptId: string,
  kind: Kind,
  more: Partial<PlannedTemplate> = {},
): PlannedTemplate {
  return {
    id: `${conceptId}-${kind}`,
    conceptId,
    kind,
    skill: skillOf[kind],
    difficulty: 'medium',
    ofCohort: false,
    beliefs: [],
    separates: [],
    lastSeenAt: null,
    variantsLeft: null,
    ...more,
  };
}

function studiedCard(more: Partial<StudiedCard> = {}): StudiedCard {
  return {
    state: 'review',
    stability: 5,
    difficulty: 5,
    step: 0,
    reps: 3,
    lapses: 0,
    due: { kind: 'day', day: today },
    lastReviewedAt: now - 5 * 86_400_000,
    lastReviewedDay: addDays(today, -5),
    leech: false,
    ...more,
  };
}

const card = (
  conceptId: string,
  more: Partial<StudiedCard> = {},
  skill: Skill = 'recognise',
): PlannedCard => ({
  conceptId,
  skill,
  state: studiedCard(more),
});

const later = { kind: 'day', day: addDays(today, 3) } as const;

function input(more: Partial<PlanInput>): PlanInput {
  return {
    concepts: [],
    cards: [],
    templates: [],
    now,
    today,
    endOfToday: Date.parse('2026-03-11T04:00:00Z'),
    newToday: 0,
    recent: [],
    heldBeliefs: [],
    parameters: defaultParameters,
    limits: defaultLimits,
    ...more,
  };
}

const roots = (...ids: string[]): { id: string; prerequisites: string[] }[] =>
  ids.map((id) => ({ id, prerequisites: [] }));

describe('planNext: what is due', () => {
  it('comes before new cards, and the card most likely forgotten comes first', () => {
    const plan = planNext(
      input({
        concepts: roots('firm', 'weak', 'fresh'),
        cards: [card('firm', { stability: 50 }), card('weak', { stability: 1 })],
        templates: ['firm', 'weak', 'fresh'].map((id) => template(id, 'choice')),
      }),
    );
    expect(plan).toMatchObject({ done: false, reason: 'due', conceptId: 'weak' });
  });

  it('lets a learning step whose minute has come go first', () => {
    const step = { kind: 'instant', at: now - 1 } as const;
    const plan = planNext(
      input({
        concepts: roots('weak', 'step'),
        cards: [
          card('weak', { stability: 0.2 }),
          card('step', { state: 'learning', due: step, lastReviewedDay: today }),
        ],
        templates: ['weak', 'step'].map((id) => template(id, 'choice')),
      }),
    );
    expect(plan).toMatchObject({ reason: 'due', conceptId: 'step' });
  });

  it('leaves out a card that has no question any more', () => {
    const plan = planNext(input({ concepts: roots('gone'), cards: [card('gone')] }));
    expect(plan).toEqual({ done: true, nextDue: null });
  });
});

describe('planNext: interleaving', () => {
  const two = {
    concepts: roots('a', 'b'),
    cards: [card('a', { stability: 1 }), card('b', { stability: 30 })],
    templates: [template('a', 'choice'), template('b', 'choice')],
  };

  it('asks another concept when there is one', () => {
    const plan = planNext(input({ ...two, recent: [{ conceptId: 'a', kind: 'choice' }] }));
    expect(plan).toMatchObject({ conceptId: 'b' });
  });

  it('takes a new card of another concept rather than the same concept again', () => {
    const plan = planNext(
      input({ ...two, cards: two.cards.slice(0, 1), recent: [{ conceptId: 'a', kind: 'choice' }] }),
    );
    expect(plan).toMatchObject({ reason: 'new', conceptId: 'b' });
  });

  it('asks the same concept again when nothing else is left', () => {
    const plan = planNext(
      input({
        concepts: roots('a'),
        cards: two.cards.slice(0, 1),
        templates: two.templates.slice(0, 1),
        recent: [{ conceptId: 'a', kind: 'choice' }],
      }),
    );
    expect(plan).toMatchObject({ reason: 'due', conceptId: 'a' });
  });
});

describe('planNext: new cards', () => {
  const chain = {
    concepts: [
      { id: 'first', prerequisites: [] },
      { id: 'second', prerequisites: ['first'] },
    ],
    templates: [template('first', 'choice'), template('second', 'choice')],
  };

  it('wait for their prerequisites', () => {
    expect(planNext(input(chain))).toMatchObject({ reason: 'new', conceptId: 'first' });
    const failed = card('first', {
      state: 'learning',
      lastReviewedAt: now,
      step: 0,
      due: { kind: 'instant', at: now + 60_000 },
    });
    expect(planNext(input({ ...chain, cards: [failed] }))).toMatchObject({
      reason: 'ahead',
      conceptId: 'first',
    });
    const passed = card('first', {
      state: 'learning',
      lastReviewedAt: now,
      step: 1,
      due: { kind: 'instant', at: now + 600_000 },
    });
    expect(planNext(input({ ...chain, cards: [passed] }))).toMatchObject({
      reason: 'new',
      conceptId: 'second',
    });
  });

  it('stop at the daily limit, and the next due is then tomorrow', () => {
    const plan = planNext(input({ ...chain, newToday: 8 }));
    expect(plan).toEqual({ done: true, nextDue: { kind: 'day', day: addDays(today, 1) } });
  });

  it('pass over a prerequisite that has no question, but not over what it rests on', () => {
    const concepts = [
      { id: 'base', prerequisites: [] },
      { id: 'silent', prerequisites: ['base'] },
      { id: 'top', prerequisites: ['silent'] },
    ];
    const templates = [template('base', 'choice'), template('top', 'choice')];
    expect(planNext(input({ concepts, templates }))).toMatchObject({ conceptId: 'base' });
    const cards = [card('base', { due: later })];
    expect(planNext(input({ concepts, templates, cards }))).toMatchObject({ conceptId: 'top' });
  });

  it('are never locked away by prerequisites that form a ring', () => {
    const concepts = [
      { id: 'a', prerequisites: ['b'] },
      { id: 'b', prerequisites: ['a'] },
    ];
    const templates = [template('a', 'choice'), template('b', 'choice')];
    expect(planNext(input({ concepts, templates }))).toMatchObject({
      reason: 'new',
      conceptId: 'a',
    });
  });

  it('of a concept begin with recognising; recalling and doing follow once that is learned', () => {
    const templates = (['type', 'flashcard', 'choice'] as const).map((kind) => template('a', kind));
    expect(planNext(input({ concepts: roots('a'), templates }))).toMatchObject({ kind: 'choice' });
    const unsure = [
      card('a', {
        state: 'learning',
        lastReviewedAt: now,
        step: 0,
        due: { kind: 'instant', at: now + 60_000 },
      }),
    ];
    expect(planNext(input({ concepts: roots('a'), templates, cards: unsure }))).toMatchObject({
      reason: 'ahead',
      kind: 'choice',
    });
    const weak = { state: 'learning', step: 1, stability: 1, due: later } as const;
    expect(
      planNext(input({ concepts: roots('a'), templates, cards: [card('a', weak)] })),
    ).toMatchObject({ reason: 'new', kind: 'flashcard' });
    const recalled = [card('a', { due: later }), card('a', { due: later }, 'recall')];
    expect(planNext(input({ concepts: roots('a'), templates, cards: recalled }))).toMatchObject({
      reason: 'new',
      kind: 'type',
    });
  });
});

describe('planNext: which template', () => {
  const ask = (templates: PlannedTemplate[], stability: number) =>
    planNext(input({ concepts: roots('a'), cards: [card('a', { stability })], templates }));

  it('is the one least recently seen', () => {
    const plan = ask(
      [
        template('a', 'choice', { lastSeenAt: now - 1000 }),
        template('a', 'predict', { lastSeenAt: now - 9000 }),
        template('a', 'order', { lastSeenAt: now - 5000 }),
      ],
      5,
    );
    expect(plan).toMatchObject({ kind: 'predict' });
  });

  it('is easier while memory is young and harder when it is mature', () => {
    const templates = [template('a', 'order'), template('a', 'choice'), template('a', 'predict')];
    expect(ask(templates, 1)).toMatchObject({ kind: 'choice' });
    expect(ask(templates, 30)).toMatchObject({ kind: 'order' });
  });

  it('is what its author calls easy while memory is young and what he calls hard when it is mature', () => {
    const templates = (['hard', 'easy', 'medium'] as const).map((difficulty) =>
      template('a', 'choice', { id: difficulty, difficulty }),
    );
    expect(ask(templates, 1)).toMatchObject({ templateId: 'easy' });
    expect(ask(templates, 30)).toMatchObject({ templateId: 'hard' });
  });

  it('is the instructor’s own before one of the course that is as new', () => {
    const own = template('a', 'predict', { ofCohort: true });
    expect(ask([template('a', 'choice'), own], 1)).toMatchObject({ kind: 'predict' });
    const seen = { ...own, lastSeenAt: now - 1000 };
    expect(ask([template('a', 'choice'), seen], 1)).toMatchObject({ kind: 'choice' });
  });

  it('has an unseen variant if any has', () => {
    const plan = ask(
      [
        template('a', 'choice', { lastSeenAt: 1, variantsLeft: 0 }),
        template('a', 'predict', { lastSeenAt: now - 1, variantsLeft: 3 }),
      ],
      5,
    );
    expect(plan).toMatchObject({ kind: 'predict' });
  });
});

describe('planNext: misconceptions', () => {
  const held: HeldBelief = {
    belief: 'pause-frees-memory',
    templateId: 'a-choice',
    shownAt: now - 1000,
    share: 1,
    answersSince: 1,
    contrasts: 0,
  };
  const asked = template('a', 'choice', { beliefs: [held.belief], lastSeenAt: now - 2000 });
  const contrast = template('a', 'predict', { beliefs: [held.belief] });
  const base = {
    concepts: roots('a', 'b'),
    cards: [card('a', { due: later }), card('b')],
    templates: [asked, contrast, template('b', 'choice')],
    heldBeliefs: [held],
  };

  it('bring a question that tells them from the truth, soon but not at once', () => {
    const atOnce = planNext(input({ ...base, recent: [{ conceptId: 'a', kind: 'choice' }] }));
    expect(atOnce).toMatchObject({ reason: 'due', conceptId: 'b' });
    const soon = planNext(input({ ...base, recent: [{ conceptId: 'b', kind: 'choice' }] }));
    expect(soon).toMatchObject({ reason: 'contrast', templateId: 'a-predict' });
  });

  it('bring it after another question, even where it is on another concept than the last', () => {
    const heldBeliefs = [{ ...held, answersSince: 0 }];
    const recent = [{ conceptId: 'b', kind: 'choice' as const }];
    const plan = planNext(input({ ...base, heldBeliefs, recent }));
    expect(plan).toMatchObject({ reason: 'due' });
  });

  it('bring none when there is none, or once they were asked about often enough', () => {
    const templates = [asked, template('b', 'choice')];
    expect(planNext(input({ ...base, templates }))).toMatchObject({ reason: 'due' });
    const heldBeliefs = [{ ...held, contrasts: 3 }];
    expect(planNext(input({ ...base, heldBeliefs }))).toMatchObject({ reason: 'due' });
    const usedUp = [asked, { ...contrast, variantsLeft: 0 }, template('b', 'choice')];
    expect(planNext(input({ ...base, templates: usedUp }))).toMatchObject({ reason: 'due' });
  });

  it('bring the question that separates them, where one answer may come from several', () => {
    const beliefs = [held.belief, 'pause-is-stop'];
    const pair = ['pause-frees-memory', 'pause-is-stop'] as const;
    const heldBeliefs = beliefs.map((belief) => ({ ...held, belief, share: 0.5 }));
    const both = template('a', 'predict', { beliefs, separates: [{ beliefs: pair, share: 0 }] });
    const apart = template('b', 'choice', { beliefs, separates: [{ beliefs: pair, share: 1 }] });
    const one = template('b', 'order', { beliefs: [held.belief] });
    const ask = (...templates: PlannedTemplate[]) =>
      planNext(input({ ...base, templates: [asked, ...templates], heldBeliefs }));
    expect(ask(both, one, apart)).toMatchObject({ reason: 'contrast', templateId: 'b-choice' });
    expect(ask(both, one)).toMatchObject({ reason: 'contrast', templateId: 'b-order' });
    expect(ask(both)).toMatchObject({ reason: 'contrast', templateId: 'a-predict' });
  });

  it('bring it once, not for ever', () => {
    const seen = { ...contrast, lastSeenAt: now - 500 };
    const plan = planNext(input({ ...base, templates: [asked, seen, template('b', 'choice')] }));
    expect(plan).toMatchObject({ reason: 'due', conceptId: 'b' });
  });

  it('choose the template of a due card that contrasts them', () => {
    const plan = planNext(
      input({
        ...base,
        cards: [card('a')],
        templates: [asked, contrast, template('a', 'order', { lastSeenAt: null })],
        recent: [{ conceptId: 'a', kind: 'choice' }],
        limits: { ...defaultLimits, newPerDay: 0 },
      }),
    );
    expect(plan).toMatchObject({ reason: 'due', templateId: 'a-predict' });
  });
});

// ------------------------------------------------------------------------------------------- whole days, simulated

interface Asked {
  readonly conceptId: string;
  readonly kind: Kind;
  readonly reason: string;
  /** Was a card of another concept due at that moment? */
  readonly dueElsewhere: boolean;
}

/** A learner who practises until the day is done (or `most` questions); `rate` decides each answer. */
function practise(
  base: Pick<PlanInput, 'concepts' | 'templates'>,
  rate: (index: number) => Rating,
  most: number,
): Asked[] {
  const states = new Map<string, { conceptId: string; skill: Skill; state: CardState }>();
  const seen = new Map<string, number>();
  const asked: Asked[] = [];
  let newToday = 0;
  let at = now;
  for (let index = 0; index < most; index++) {
    const plan = planNext(
      input({
        ...base,
        templates: base.templates.map((each) => ({
          ...each,
          lastSeenAt: seen.get(each.id) ?? null,
        })),
        cards: [...states.values()],
        now: at,
        newToday,
        recent: [...asked].reverse().slice(0, 10),
      }),
    );
    if (plan.done) break;
    const key = `${plan.conceptId}/${plan.skill}`;
    const dueElsewhere = [...states.values()].some(
      (each) => each.conceptId !== plan.conceptId && isDue(each.state, at, today),
    );
    const before = states.get(key)?.state ?? newCard;
    if (before.state === 'new') newToday += 1;
    const event = {
      rating: rate(index),
      at,
      day: today,
      fuzzSeed: key,
      parameters: defaultParameters,
    };
    const state = reviewCard(before, event).card;
    states.set(key, { conceptId: plan.conceptId, skill: plan.skill, state });
    seen.set(plan.templateId, at);
    asked.push({ ...plan, dueElsewhere });
    at += 25_000;
  }
  return asked;
}

/** A course of the first version's shape: few roots, a ladder above them, not every kind for every concept. */
const course = {
  concepts: [
    { id: 'image', prerequisites: [] },
    { id: 'container', prerequisites: ['image'] },
    { id: 'running', prerequisites: ['container'] },
    { id: 'paused', prerequisites: ['running'] },
    { id: 'name', prerequisites: ['image'] },
    { id: 'registry', prerequisites: ['name'] },
  ],
  templates: [
    template('image', 'choice'),
    template('image', 'flashcard'),
    template('container', 'choice'),
    template('container', 'order'),
    template('container', 'flashcard'),
    template('running', 'predict'),
    template('running', 'type'),
    template('running', 'flashcard'),
    template('paused', 'choice'),
    template('paused', 'type'),
    template('paused', 'flashcard'),
    template('name', 'parts'),
    template('name', 'flashcard'),
    template('registry', 'order'),
    template('registry', 'flashcard'),
  ],
};

const anyRatings = fc.array(fc.constantFrom<Rating>('again', 'hard', 'good', 'easy'), {
  minLength: 40,
  maxLength: 40,
});

describe('planNext: a first day', () => {
  const patterns: [string, (index: number) => Rating][] = [
    ['always right', () => 'good'],
    ['wrong every third time', (index) => (index % 3 === 2 ? 'again' : 'good')],
    ['wrong at first', (index) => (index === 0 ? 'again' : 'good')],
    ['always right but unsure', () => 'hard'],
    ['right but unsure every other time', (index) => (index % 2 === 0 ? 'hard' : 'good')],
  ];
  it.each(patterns)('shows at least four kinds in the first ten questions: %s', (_, rate) => {
    const asked = practise(course, rate, 10);
    expect(asked).toHaveLength(10);
    expect(new Set(asked.map((question) => question.kind)).size).toBeGreaterThanOrEqual(4);
  });

  it('begins eight new cards and ends', () => {
    const asked = practise(course, () => 'good', 200);
    expect(asked.filter((question) => question.reason === 'new')).toHaveLength(8);
    expect(asked.length).toBeLessThan(40);
  });

  it('ends only when the limit is reached, whatever the answers', () => {
    fc.assert(
      fc.property(anyRatings, (ratings) => {
        const asked = practise(course, (index) => ratings[index] ?? 'good', 40);
        const begun = asked.filter((question) => question.reason === 'new').length;
        expect(asked.length === 40 || begun === 8).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('repeats a concept only when no other concept has anything due, whatever the answers', () => {
    fc.assert(
      fc.property(anyRatings, (ratings) => {
        const asked = practise(course, (index) => ratings[index] ?? 'good', 40);
        asked.forEach((question, index) => {
          if (question.conceptId === asked[index - 1]?.conceptId)
            expect(question.dueElsewhere).toBe(false);
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe('forecastPlan', () => {
  const base = {
    concepts: roots('a', 'b', 'gone'),
    templates: [template('a', 'choice'), template('a', 'flashcard'), template('b', 'choice')],
    cards: [card('a'), card('gone')],
  };

  it('counts only what the planner would ask: cards with a question, new ones there are', () => {
    expect(forecastPlan(input(base))).toMatchObject({ dueCount: 1, newCount: 2 });
  });

  it('keeps to the limit of the day', () => {
    expect(forecastPlan(input({ ...base, newToday: 7 })).newCount).toBe(1);
    expect(forecastPlan(input({ ...base, newToday: 9 })).newCount).toBe(0);
  });
});
