import type { CardState, Due, Skill } from './card';
import type { Difficulty, Kind } from './kind-ladder';
import type { LocalDay } from './local-day';
import type { SchedulingParameters } from './parameters';

/** A concept of the course. Concepts are given in course order. */
export interface PlannedConcept {
  readonly id: string;
  readonly prerequisites: readonly string[];
}

/** A learner's card: at most one for each concept and skill. A card that has no entry is new. */
export interface PlannedCard {
  readonly conceptId: string;
  readonly skill: Skill;
  readonly state: CardState;
}

/** A question that may be asked, and what the learner has seen of it. */
export interface PlannedTemplate {
  readonly id: string;
  readonly conceptId: string;
  readonly skill: Skill;
  readonly kind: Kind;
  readonly difficulty: Difficulty;
  /** An instructor published it to a cohort of the learner's. */
  readonly ofCohort: boolean;
  /** The misconceptions among its distractors. */
  readonly beliefs: readonly string[];
  /** Which two of them it tells from each other. */
  readonly separates: readonly SeparatedBeliefs[];
  /** Milliseconds; null when it was never shown to this learner. */
  readonly lastSeenAt: number | null;
  /** Distinct variants that this learner has not seen; null when they are not counted (a flashcard). */
  readonly variantsLeft: number | null;
}

/** Two beliefs that a template lists, and in what share of its variants, from 0 to 1, an answer can show the one and not the other. */
export interface SeparatedBeliefs {
  readonly beliefs: readonly [string, string];
  readonly share: number;
}

/** A misconception that a wrong answer of the learner's may come from, and that no later answer contradicts. */
export interface HeldBelief {
  readonly belief: string;
  /** The template whose wrong answer showed it last. */
  readonly templateId: string;
  /** When, in milliseconds. */
  readonly shownAt: number;
  /** How much of that answer's evidence falls to it: 1 unless other beliefs may have led to the same answer; all shares add up to 1. */
  readonly share: number;
  /** Answers given since; 0 when that answer was the last one. */
  readonly answersSince: number;
  /** Answers since it was first shown to questions that asked about it and did not put an end to it. */
  readonly contrasts: number;
}

export interface PlanLimits {
  /** New cards a day. */
  readonly newPerDay: number;
  /** When nothing else is left, a card on a learning step may come this much early (milliseconds). */
  readonly learnAheadMs: number;
}

export const defaultLimits: PlanLimits = { newPerDay: 8, learnAheadMs: 20 * 60_000 };

export interface PlanInput {
  readonly concepts: readonly PlannedConcept[];
  readonly cards: readonly PlannedCard[];
  readonly templates: readonly PlannedTemplate[];
  readonly now: number;
  /** The learner's local day at `now`, and the instant at which it ends. */
  readonly today: LocalDay;
  readonly endOfToday: number;
  /** Cards that got their first answer today. */
  readonly newToday: number;
  /** The questions asked last, newest first; about ten are enough. */
  readonly recent: readonly { readonly conceptId: string; readonly kind: Kind }[];
  readonly heldBeliefs: readonly HeldBelief[];
  readonly parameters: SchedulingParameters;
  readonly limits: PlanLimits;
}

/** Why a question is asked now: said to the learner in words, and kept for reports. */
export type PlanReason =
  /** It tells a belief shown lately from the truth. */
  | 'contrast'
  /** Its day or instant has come. */
  | 'due'
  /** The first question of a card. */
  | 'new'
  /** A learning step, a little early, because nothing else is left. */
  | 'ahead'
  /** The learner asked for its concept. */
  | 'chosen';

export interface Question {
  readonly conceptId: string;
  readonly skill: Skill;
  readonly templateId: string;
  readonly kind: Kind;
}

export type Plan =
  | ({ readonly done: false; readonly reason: PlanReason } & Question)
  /** `nextDue` is null only when the learner has no card and nothing can be begun. */
  | { readonly done: true; readonly nextDue: Due | null };
