import { seededRandom, type Random } from '@/lib/kernel/random';
import { newCard, type CardState, type Skill } from '@/lib/scheduling/card';
import { recallAfter } from '@/lib/scheduling/fsrs-adapter';
import {
  addDays,
  daysBetween,
  startOfLocalDay,
  type LocalDay,
  type TimeZone,
} from '@/lib/scheduling/local-day';
import { beliefsHeld, type BeliefAnswer } from '@/lib/scheduling/held-beliefs';
import { defaultParameters } from '@/lib/scheduling/parameters';
import { defaultLimits, type PlanInput } from '@/lib/scheduling/plan-input';
import { planNext } from '@/lib/scheduling/planner';
import { ratingOf, slowResponseMs } from '@/lib/scheduling/rating';
import { reviewCard, type ReviewFacts } from '@/lib/scheduling/review-card';
import { cardKey } from '@/lib/server/practice/card-row';
import type { CourseConcept } from '@/lib/server/practice/concepts';
import { fuzzSeedOf } from '@/lib/server/practice/rebuild-cards';
import type { Profile } from './profile';
import { answerVariant, type SimulatedAnswer } from './simulated-answer';
import { uuidFrom } from './uuid-from';
import type { PooledTemplate, PooledVariant } from './variant-pool';

/** The course and the days that are simulated. */
export interface Simulation {
  readonly concepts: readonly CourseConcept[];
  readonly templates: readonly PooledTemplate[];
  readonly timeZone: TimeZone;
  readonly rollOverHour: number;
  readonly today: LocalDay;
  readonly days: number;
  /** No answer is later than this (milliseconds). */
  readonly now: number;
}

/** One question put, answered and reviewed, with everything its rows need. */
export interface SimulatedStep {
  readonly ids: { showing: string; answer: string; review: string; idempotencyKey: string };
  readonly conceptId: string;
  readonly skill: Skill;
  readonly variant: PooledVariant;
  readonly given: SimulatedAnswer;
  readonly firstAttempt: boolean;
  readonly shownAt: number;
  readonly answeredAt: number;
  readonly day: LocalDay;
  readonly facts: ReviewFacts;
}

export interface SimulatedLearner {
  readonly profile: Profile;
  /** In the order of time. */
  readonly steps: readonly SimulatedStep[];
  readonly cards: readonly {
    readonly conceptId: string;
    readonly skill: Skill;
    readonly state: CardState;
  }[];
}

/** Answers looked back on for the beliefs held, as practice does. */
const remembered = 60;

type RememberedAnswer = BeliefAnswer & Pick<PooledTemplate, 'conceptId' | 'kind'>;

interface Course extends Simulation {
  readonly difficulty: ReadonlyMap<string, number>;
}

/**
 * Two months of one learner: on each day of practice the real planner chooses, the learner answers from a memory that
 * is known (see `Profile`), the real rating and memory rules follow. The same profile and course give the same steps.
 */
export function simulateLearner(profile: Profile, simulation: Simulation): SimulatedLearner {
  const random = seededRandom(`learner/${profile.id}`);
  const course: Course = { ...simulation, difficulty: difficulties(simulation.concepts) };
  const memory = new Memory(profile, course);
  const { today, days, timeZone, rollOverHour, now } = simulation;
  for (let index = profile.from; index < profile.until; index++) {
    if (random.next() >= profile.diligence) continue;
    const day = addDays(today, index - days + 1);
    const start = startOfLocalDay(day, timeZone, rollOverHour);
    const end = startOfLocalDay(addDays(day, 1), timeZone, rollOverHour);
    const begins = start + (profile.startMinute + random.below(120)) * 60_000;
    memory.practise(random, { index, day, begins, end: Math.min(end, now) });
  }
  return memory.result();
}

/** How hard each concept is, from −1 to 1: its own, the same for everybody, and later ones a little harder. */
function difficulties(concepts: readonly CourseConcept[]): ReadonlyMap<string, number> {
  return new Map(
    concepts.map(({ id }, position) => [
      id,
      seededRandom(`difficulty/${id}`).next() * 1.4 - 0.9 + position / (2 * concepts.length),
    ]),
  );
}

/** What a learner has met so far, as practice would find it in the database. */
class Memory {
  private readonly steps: SimulatedStep[] = [];
  private readonly states = new Map<string, CardState>();
  private readonly lastSeenAt = new Map<string, number>();
  private readonly seen = new Map<string, Set<string>>();
  private readonly responseMs = new Map<string, number[]>();
  private readonly answers: RememberedAnswer[] = [];
  private readonly beliefs: Set<string>;

  constructor(
    private readonly profile: Profile,
    private readonly course: Course,
  ) {
    this.beliefs = new Set(profile.beliefs);
  }

  /** One sitting: until the planner says that the day is done, patience ends or the day does. */
  practise(
    random: Random,
    sitting: { index: number; day: LocalDay; begins: number; end: number },
  ): void {
    let at = sitting.begins;
    let begun = 0;
    for (let count = 0; count < this.profile.patience; count++) {
      const plan = planNext(this.planInput(at, sitting, begun));
      if (plan.done) return;
      const template = this.course.templates.find(({ id }) => id === plan.templateId);
      if (template === undefined) throw new Error(`the planner chose ${plan.templateId}`);
      const { fresh, answeredAt } = this.answer(random, template, at, sitting);
      if (answeredAt === null) return;
      if (fresh) begun += 1;
      at = answeredAt + 3000 + random.below(9000);
    }
  }

  result(): SimulatedLearner {
    const cards = new Map(this.steps.map((step) => [cardKey(step), step]));
    return {
      profile: this.profile,
      steps: this.steps,
      cards: [...cards].map(([key, { conceptId, skill }]) => ({
        conceptId,
        skill,
        state: this.states.get(key) ?? newCard,
      })),
    };
  }

  private planInput(
    now: number,
    { day, end }: { day: LocalDay; end: number },
    newToday: number,
  ): PlanInput {
    const { concepts, templates } = this.course;
    return {
      concepts: concepts.map(({ id, needs }) => ({ id, prerequisites: needs })),
      cards: [...this.states].map(([key, state]) => {
        const [conceptId = '', skill = ''] = key.split('/');
        return { conceptId, skill: skill as Skill, state };
      }),
      templates: templates.map(({ variants: _variants, distinctVariants, ...template }) => ({
        ...template,
        ofCohort: false,
        lastSeenAt: this.lastSeenAt.get(template.id) ?? null,
        variantsLeft:
          distinctVariants === null
            ? null
            : Math.max(0, distinctVariants - (this.seen.get(template.id)?.size ?? 0)),
      })),
      now,
      today: day,
      endOfToday: end,
      newToday,
      recent: this.answers.slice(0, 10),
      heldBeliefs: beliefsHeld(this.answers),
      parameters: defaultParameters,
      limits: { ...defaultLimits, newPerDay: this.profile.newPerDay },
    };
  }

  /** Answers one question; `answeredAt` is null when the day was over before. */
  private answer(
    random: Random,
    template: PooledTemplate,
    shownAt: number,
    { index, day, end }: { index: number; day: LocalDay; end: number },
  ): { fresh: boolean; answeredAt: number | null } {
    const { conceptId, skill, kind } = template;
    const card = this.states.get(cardKey(template)) ?? newCard;
    const variant = this.chooseVariant(random, template);
    const given = answerVariant(random, variant, {
      kind,
      knowing: this.knowing(card, conceptId, index, day),
      beliefs: this.beliefs,
      paceMs: this.profile.paceMs,
    });
    const answeredAt = shownAt + given.responseMs;
    if (answeredAt >= end) return { fresh: false, answeredAt: null };
    const after = reviewCard(card, {
      rating: this.rate(kind, given),
      at: answeredAt,
      day,
      fuzzSeed: fuzzSeedOf(this.profile.id, { conceptId, skill }),
      parameters: defaultParameters,
      ...(variant.chance !== null && { guess: { chance: variant.chance } }),
    });
    this.states.set(cardKey(template), after.card);
    this.steps.push({
      ids: {
        showing: uuidFrom(random),
        answer: uuidFrom(random),
        review: uuidFrom(random),
        idempotencyKey: uuidFrom(random),
      },
      conceptId,
      skill,
      variant,
      given,
      firstAttempt: !this.lastSeenAt.has(template.id),
      shownAt,
      answeredAt,
      day,
      facts: after.facts,
    });
    this.remember(random, template, variant, given, { shownAt, answeredAt });
    return { fresh: card.state === 'new', answeredAt };
  }

  private chooseVariant(random: Random, { id, variants }: PooledTemplate): PooledVariant {
    const seen = this.seen.get(id) ?? new Set<string>();
    const unseen = variants.filter(({ fingerprint }) => !seen.has(fingerprint));
    return random.pick(unseen.length > 0 ? unseen : variants);
  }

  /** The true chance of knowing it now: by ability before the first answer, by the true forgetting curve after. */
  private knowing(card: CardState, conceptId: string, index: number, day: LocalDay): number {
    const { ability, retentiveness, tiresFrom } = this.profile;
    const tired = tiresFrom !== null && index >= tiresFrom;
    if (card.state === 'new') {
      const odds = ability - (this.course.difficulty.get(conceptId) ?? 0) - (tired ? 2.5 : 0);
      return 1 / (1 + Math.exp(-odds));
    }
    const elapsed = Math.max(0, daysBetween(card.lastReviewedDay, day));
    return recallAfter(elapsed, card.stability * retentiveness, defaultParameters.weights);
  }

  private rate(
    kind: PooledTemplate['kind'],
    { response, grade, confidence, responseMs }: SimulatedAnswer,
  ) {
    const times = this.responseMs.get(kind) ?? [];
    times.push(responseMs);
    this.responseMs.set(kind, times);
    if (response.kind === 'flashcard')
      return ratingOf({ kind: 'flashcard', recall: response.recall, hintUsed: false });
    return ratingOf({
      kind: kind === 'flashcard' ? 'choice' : kind,
      correct: grade.correct,
      dontKnow: response.kind === 'unknown',
      confidence,
      responseMs,
      slowMs: slowResponseMs(times.slice(-200)),
      hintUsed: false,
    });
  }

  private remember(
    random: Random,
    template: PooledTemplate,
    { fingerprint, asked }: PooledVariant,
    { grade }: SimulatedAnswer,
    { shownAt, answeredAt }: { shownAt: number; answeredAt: number },
  ): void {
    const { id, conceptId, kind } = template;
    this.lastSeenAt.set(id, shownAt);
    const seen = this.seen.get(id) ?? new Set<string>();
    this.seen.set(id, seen.add(fingerprint));
    const shown = [...grade.misconceptions];
    const { correct } = grade;
    this.answers.unshift({ templateId: id, conceptId, kind, asked, correct, answeredAt, shown });
    this.answers.length = Math.min(this.answers.length, remembered);
    // The feedback names the belief; an open mind lets go of it.
    for (const belief of shown)
      if (random.next() < this.profile.openness) this.beliefs.delete(belief);
  }
}
