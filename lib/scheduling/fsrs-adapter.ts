import {
  default_w,
  forgetting_curve,
  FSRSAlgorithm,
  INIT_S_MAX,
  Rating as FsrsRating,
  S_MAX,
  S_MIN,
  type Grade,
} from 'ts-fsrs';

/**
 * The only file that imports ts-fsrs. We take its memory formulas and nothing else: its cards count UTC calendar days,
 * its due dates drift by 24-hour periods and its fuzz seed collides for numeric ids, so days, steps, due dates and
 * fuzz are ours.
 */

export const ratings = ['again', 'hard', 'good', 'easy'] as const;
export type Rating = (typeof ratings)[number];

const gradeOf: Readonly<Record<Rating, Grade>> = {
  again: FsrsRating.Again,
  hard: FsrsRating.Hard,
  good: FsrsRating.Good,
  easy: FsrsRating.Easy,
};

/** Stability in days, difficulty from 1 to 10. */
export interface Memory {
  readonly stability: number;
  readonly difficulty: number;
}

/** The 21 default weights of FSRS-6. */
export const defaultWeights: readonly number[] = default_w;

type Algorithms = WeakMap<readonly number[], FSRSAlgorithm>;
const withShortTerm: Algorithms = new WeakMap();
const withoutShortTerm: Algorithms = new WeakMap();

function algorithmOf(weights: readonly number[], shortTerm = true): FSRSAlgorithm {
  const algorithms = shortTerm ? withShortTerm : withoutShortTerm;
  const known = algorithms.get(weights);
  if (known !== undefined) return known;
  if (weights.length !== 21 || !weights.every(Number.isFinite))
    throw new RangeError('FSRS-6 needs 21 finite weights');
  const made = new FSRSAlgorithm({ w: [...weights], enable_short_term: shortTerm });
  algorithms.set(weights, made);
  return made;
}

/**
 * The memory after an answer.
 * @param memory the memory before it, or null for a card never answered
 * @param elapsedDays whole local days since the last answer; 0 is a same-day review
 * @param model the 21 weights, and whether same-day answers change stability (FSRS-6's short-term formula)
 */
export function nextMemory(
  memory: Memory | null,
  elapsedDays: number,
  rating: Rating,
  { weights, shortTerm }: { readonly weights: readonly number[]; readonly shortTerm: boolean },
): Memory {
  const algorithm = algorithmOf(weights, shortTerm);
  const grade = gradeOf[rating];
  const { stability, difficulty } = algorithm.next_state(memory, elapsedDays, grade);
  if (memory !== null) return { stability, difficulty };
  // ts-fsrs floors a first stability at 0.1; fsrs-rs, which fits the weights, allows 0.001, and fitted learners have it.
  const initial = weights[grade - 1] ?? S_MIN;
  return { stability: Math.min(Math.max(initial, S_MIN), INIT_S_MAX), difficulty };
}

/** Predicted recall, 0 to 1, `elapsedDays` after an answer that left `stability`. */
export function recallAfter(
  elapsedDays: number,
  stability: number,
  weights: readonly number[],
): number {
  return forgetting_curve(algorithmOf(weights).parameters.w, elapsedDays, stability);
}

/** Days, not rounded, until predicted recall has fallen to `retention`. */
export function intervalFor(
  stability: number,
  retention: number,
  weights: readonly number[],
): number {
  return stability * algorithmOf(weights).calculate_interval_modifier(retention);
}

/** Keeps a stability within what FSRS-6 can carry on from. */
export function clampStability(stability: number): number {
  return Math.min(Math.max(stability, S_MIN), S_MAX);
}
