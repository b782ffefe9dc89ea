import type { Kind } from './kind-ladder';
import type { Rating } from './fsrs-adapter';

/** An answer to a question that is graded for the learner. */
export interface GradedAnswer {
  readonly kind: Exclude<Kind, 'flashcard'>;
  readonly correct: boolean;
  /** The learner said "I don't know". */
  readonly dontKnow: boolean;
  /** Asked before the verdict; null when it was not given. */
  readonly confidence: 'sure' | 'unsure' | null;
  /** Milliseconds; null when it could not be measured. */
  readonly responseMs: number | null;
  /** The learner's own 80th percentile for this kind, in milliseconds; null before 30 answers of the kind. */
  readonly slowMs: number | null;
  readonly hintUsed: boolean;
  /** How often a hands-on question was begun anew. */
  readonly restarts?: number;
}

/** A flashcard: the learner grades the recall. */
export interface RecalledAnswer {
  readonly kind: 'flashcard';
  readonly recall: 'forgot' | 'vaguely' | 'knew';
  readonly hintUsed: boolean;
}

/** Answers of a kind that a learner must have given before the time taken says anything. */
export const answersBeforeSpeedCounts = 30;

/** The kinds whose answer is produced, not recognised. */
const producing: ReadonlySet<Kind> = new Set<Kind>(['blanks', 'type', 'parts', 'lab']);

/**
 * From an answer to a rating. Wrong, "I don't know" or a hint → again. Right, but unsure or slower than the learner's
 * own 80th percentile → hard; so is a hands-on answer that took a second beginning. Right → good. Easy only for a
 * produced answer (typed, filled in, named, done by hand) that was sure and fast, at most half that percentile, which is about the
 * faster half of a learner's answers. Nobody is asked how sure a hands-on answer is: what was done is surety enough.
 */
export function ratingOf(answer: GradedAnswer | RecalledAnswer): Rating {
  if (answer.hintUsed) return 'again';
  if (answer.kind === 'flashcard') {
    return ({ forgot: 'again', vaguely: 'hard', knew: 'good' } as const)[answer.recall];
  }
  if (answer.dontKnow || !answer.correct) return 'again';
  const { responseMs, slowMs, confidence } = answer;
  const timed = responseMs !== null && slowMs !== null;
  if ((answer.restarts ?? 0) > 0) return 'hard';
  if (confidence === 'unsure' || (timed && responseMs > slowMs)) return 'hard';
  const sure = confidence === 'sure' || answer.kind === 'lab';
  const produced = producing.has(answer.kind);
  const fast = timed && responseMs <= slowMs / 2;
  return produced && fast && sure ? 'easy' : 'good';
}

/**
 * The learner's 80th percentile of response times (nearest rank) for one kind, or null before 30 of them.
 * @param responseMs milliseconds, in any order
 */
export function slowResponseMs(responseMs: readonly number[]): number | null {
  if (responseMs.length < answersBeforeSpeedCounts) return null;
  const sorted = [...responseMs].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.8) - 1] ?? null;
}
