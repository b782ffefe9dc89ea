import type { Rating } from './fsrs-adapter';

/**
 * Where an answer on a learning step leads: to a step, `minutes` from now, or out of the steps (null).
 * Again goes to the first step; Good to the next; Easy leaves; Hard repeats the step, halfway to the second when it is
 * the first, half as long again when there is only one.
 * Source of the rule: Anki, rslib/src/scheduler/states/steps.rs; py-fsrs `Scheduler.review_card`.
 */
export function nextStep(
  steps: readonly number[],
  step: number,
  rating: Rating,
): { step: number; minutes: number } | null {
  const first = steps[0];
  const current = steps[step];
  if (first === undefined || current === undefined) return null;
  switch (rating) {
    case 'again':
      return { step: 0, minutes: first };
    case 'hard': {
      const second = steps[1];
      if (step > 0) return { step, minutes: current };
      return {
        step,
        minutes: Math.round(second === undefined ? first * 1.5 : (first + second) / 2),
      };
    }
    case 'good': {
      const next = steps[step + 1];
      return next === undefined ? null : { step: step + 1, minutes: next };
    }
    case 'easy':
      return null;
  }
}
