import { clampStability, type Memory } from './fsrs-adapter';

/** How a right answer could have come about without knowing. */
export interface Guess {
  /** Chance of being right without knowing: 1/k for k options. */
  readonly chance: number;
  /** Chance of being wrong in spite of knowing; 0.05 when left out. */
  readonly slip?: number;
  /** For a new card: the template's guess-corrected first-attempt facility; 0.3 when left out. */
  readonly facility?: number;
}

export const defaultSlip = 0.05;
export const defaultFacility = 0.3;

/** P(knew | correct) by Bayes' rule (Bayesian knowledge tracing, 3PL): (1−s)R / ((1−s)R + g(1−R)). */
export function knewGivenCorrect(recall: number, { chance, slip = defaultSlip }: Guess): number {
  const knew = (1 - slip) * recall;
  const guessed = chance * (1 - recall);
  return knew + guessed === 0 ? 0 : knew / (knew + guessed);
}

/** P(knew | wrong): sR / (sR + (1−g)(1−R)). Shown to the learner, never credited. */
export function knewGivenWrong(recall: number, { chance, slip = defaultSlip }: Guess): number {
  const slipped = slip * recall;
  const lacked = (1 - chance) * (1 - recall);
  return slipped + lacked === 0 ? 0 : slipped / (slipped + lacked);
}

/** P(correct) = g + (1−g−s)R: what a prediction is scored on. */
export function predictedCorrect(recall: number, { chance, slip = defaultSlip }: Guess): number {
  return chance + (1 - chance - slip) * recall;
}

/** Between two memories, `weight` of the way to `known`: stability by its logarithm, difficulty linearly. */
export function mixMemories(known: Memory, forgotten: Memory, weight: number): Memory {
  const between = (a: number, b: number): number => weight * a + (1 - weight) * b;
  return {
    stability: clampStability(
      Math.exp(between(Math.log(known.stability), Math.log(forgotten.stability))),
    ),
    difficulty: between(known.difficulty, forgotten.difficulty),
  };
}
