import type { CardState, Due, StudiedCard } from './card';
import { nextMemory, recallAfter, type Memory, type Rating } from './fsrs-adapter';
import { defaultFacility, knewGivenCorrect, mixMemories, type Guess } from './guess';
import { nextInterval, passedInterval } from './interval';
import { nextStep } from './learning-step';
import { isLeechLapse } from './leech';
import { addDays, type LocalDay } from './local-day';
import type { SchedulingParameters } from './parameters';
import { elapsedDays as countElapsedDays } from './recall';

/** One answer as the memory model sees it. */
export interface ReviewEvent {
  readonly rating: Rating;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly at: number;
  /** The learner's local day at `at`. */
  readonly day: LocalDay;
  /** The card's key, a string; the count of reviews is added here. null switches fuzz off. */
  readonly fuzzSeed: string | null;
  readonly parameters: SchedulingParameters;
  /** For questions that can be answered right by guessing; left out for the others. */
  readonly guess?: Guess;
}

/** What a review row stores besides the answer. */
export interface ReviewFacts {
  readonly rating: Rating;
  readonly at: number;
  readonly day: LocalDay;
  /** Local days since the last answer; null for the first. */
  readonly elapsedDays: number | null;
  /** A retry: the card was answered on this day before. Only a day's first answer is evidence of long-term memory. */
  readonly sameDay: boolean;
  readonly stateBefore: CardState['state'];
  readonly stateAfter: StudiedCard['state'];
  /** Predicted recall just before the answer; null for the first. */
  readonly recallBefore: number | null;
  readonly stabilityBefore: number | null;
  readonly difficultyBefore: number | null;
  readonly stabilityAfter: number;
  readonly difficultyAfter: number;
  readonly due: Due;
  /** Days until due; 0 while it is due at an instant. */
  readonly scheduledDays: number;
  readonly parameterVersion: string;
  /** This very answer made the card a leech (again): time to offer another explanation. */
  readonly becameLeech: boolean;
}

type Placement = Pick<StudiedCard, 'state' | 'step' | 'due'> & { readonly scheduledDays: number };

/**
 * One step of a card's memory: the state after an answer and the facts to store. Pure: the same card and event give the
 * same bytes, which is what makes replay exact.
 */
export function reviewCard(
  card: CardState,
  event: ReviewEvent,
): { card: StudiedCard; facts: ReviewFacts } {
  const { rating, at, day, parameters } = event;
  const before = card.state === 'new' ? null : card;
  const elapsedDays = before === null ? null : countElapsedDays(before.lastReviewedDay, day);
  const recallBefore =
    before === null ? null : recallAfter(elapsedDays ?? 0, before.stability, parameters.weights);
  const reps = (before?.reps ?? 0) + 1;

  const memoryAfter = (each: Rating): Memory =>
    memoryAfterAnswer(before, elapsedDays ?? 0, recallBefore, each, event);
  const memory = memoryAfter(rating);
  const placement = place(before, elapsedDays ?? 0, memoryAfter, reps, event);

  const lapsed = before?.state === 'review' && rating === 'again';
  const lapses = (before?.lapses ?? 0) + (lapsed ? 1 : 0);
  const becameLeech = lapsed && isLeechLapse(lapses, parameters.leechThreshold);
  const { scheduledDays, ...where } = placement;
  return {
    card: {
      ...where,
      ...memory,
      reps,
      lapses,
      lastReviewedAt: at,
      lastReviewedDay: day,
      leech: becameLeech || (before?.leech ?? false),
    },
    facts: {
      rating,
      at,
      day,
      elapsedDays,
      sameDay: elapsedDays === 0,
      stateBefore: card.state,
      stateAfter: placement.state,
      recallBefore,
      stabilityBefore: before?.stability ?? null,
      difficultyBefore: before?.difficulty ?? null,
      stabilityAfter: memory.stability,
      difficultyAfter: memory.difficulty,
      due: placement.due,
      scheduledDays,
      parameterVersion: parameters.version,
      becameLeech,
    },
  };
}

/** FSRS's memory after a rating; for a right answer that may be a guess, mixed with the memory after Again. */
function memoryAfterAnswer(
  before: StudiedCard | null,
  elapsed: number,
  recallBefore: number | null,
  rating: Rating,
  { parameters, guess }: ReviewEvent,
): Memory {
  const known = nextMemory(before, elapsed, rating, parameters);
  if (!parameters.guessMix || guess === undefined || rating === 'again') return known;
  const recall = recallBefore ?? guess.facility ?? defaultFacility;
  const forgotten = nextMemory(before, elapsed, 'again', parameters);
  return mixMemories(known, forgotten, knewGivenCorrect(recall, guess));
}

/** Which state, step and due time the answer leads to. */
function place(
  before: StudiedCard | null,
  elapsed: number,
  memoryAfter: (rating: Rating) => Memory,
  reps: number,
  { rating, at, day, fuzzSeed, parameters }: ReviewEvent,
): Placement {
  const seed = fuzzSeed === null ? null : `${fuzzSeed}#${reps}`;
  const atStep = (state: 'learning' | 'relearning', to: { step: number; minutes: number }) => ({
    state,
    step: to.step,
    due: { kind: 'instant', at: at + to.minutes * 60_000 } as const,
    scheduledDays: 0,
  });
  const inDays = (days: number): Placement => ({
    state: 'review',
    step: 0,
    due: { kind: 'day', day: addDays(day, days) },
    scheduledDays: days,
  });

  if (before?.state === 'review' && rating !== 'again') {
    const stabilityAfter = (each: Rating): number => memoryAfter(each).stability;
    return inDays(passedInterval(rating, stabilityAfter, elapsed, parameters, seed));
  }
  const relearning = before?.state === 'review' || before?.state === 'relearning';
  const steps = relearning ? parameters.relearningSteps : parameters.learningSteps;
  const step = before === null || before.state === 'review' ? 0 : before.step;
  const next = nextStep(steps, step, rating);
  if (next !== null) return atStep(relearning ? 'relearning' : 'learning', next);
  return inDays(nextInterval(memoryAfter(rating).stability, elapsed, parameters, seed));
}
