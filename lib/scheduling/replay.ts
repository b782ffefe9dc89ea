import { err, ok, type Result } from '@/lib/kernel/result';
import { newCard, type CardState } from './card';
import type { Rating } from './fsrs-adapter';
import type { Guess } from './guess';
import type { LocalDay } from './local-day';
import { parametersOfVersion, type ParametersError, type SchedulingParameters } from './parameters';
import { reviewCard } from './review-card';

/** A stored review, in as far as the memory model needs it again. */
export interface StoredReview {
  readonly kind: 'review';
  readonly id: string;
  readonly cardKey: string;
  readonly rating: Rating;
  readonly at: number;
  readonly day: LocalDay;
  readonly fuzzSeed: string | null;
  readonly parameterVersion: string;
  readonly guess?: Guess;
}

/** A stored row that takes a review back. Neither is deleted; replay skips both. */
export interface StoredUndo {
  readonly kind: 'undo';
  readonly undoes: string;
}

export type ReviewRow = StoredReview | StoredUndo;

/**
 * The card states that a learner's stored rows lead to, by card key: exactly the live ones. Rows come in the order in
 * which they were stored. A card whose every review was undone is new again.
 * @param parametersOf finds the parameters that a review was made with
 */
export function replay(
  rows: readonly ReviewRow[],
  parametersOf: (
    version: string,
  ) => Result<SchedulingParameters, ParametersError> = parametersOfVersion,
): Result<Map<string, CardState>, ParametersError> {
  const undone = new Set<string>();
  for (const row of rows) if (row.kind === 'undo') undone.add(row.undoes);
  const cards = new Map<string, CardState>();
  for (const row of rows) {
    if (row.kind === 'undo') continue;
    const before = cards.get(row.cardKey) ?? newCard;
    if (undone.has(row.id)) {
      cards.set(row.cardKey, before);
      continue;
    }
    const parameters = parametersOf(row.parameterVersion);
    if (!parameters.ok) return err(parameters.error);
    cards.set(row.cardKey, reviewCard(before, { ...row, parameters: parameters.value }).card);
  }
  return ok(cards);
}
