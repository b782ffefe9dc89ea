import type { CardState } from './card';
import { recallAfter } from './fsrs-adapter';
import { daysBetween, type LocalDay } from './local-day';
import type { SchedulingParameters } from './parameters';

/** Whole local days since the card was last answered; never negative, also for a learner who flew west. */
export function elapsedDays(lastReviewedDay: LocalDay, day: LocalDay): number {
  return Math.max(0, daysBetween(lastReviewedDay, day));
}

/**
 * Predicted recall of a card on a day, 0 to 1, if it is not answered until then; null for a card never answered.
 * Counts days exactly as the scheduler does.
 */
export function recallOn(
  card: CardState,
  day: LocalDay,
  parameters: Pick<SchedulingParameters, 'weights'>,
): number | null {
  if (card.state === 'new') return null;
  const elapsed = elapsedDays(card.lastReviewedDay, day);
  return recallAfter(elapsed, card.stability, parameters.weights);
}
