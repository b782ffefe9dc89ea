import { seededRandom } from '@/lib/kernel/random';
import { intervalFor, type Rating } from './fsrs-adapter';
import type { SchedulingParameters } from './parameters';

/** Anki, rslib/src/scheduler/states/fuzz.rs: how much each part of an interval widens its range. */
const fuzzParts = [
  { start: 2.5, end: 7, factor: 0.15 },
  { start: 7, end: 20, factor: 0.1 },
  { start: 20, end: Infinity, factor: 0.05 },
] as const;

/**
 * The range of days an interval may be moved within, both ends included, so that cards answered together do not return
 * together for ever. No range below 2.5 days. An interval longer than the one just passed stays longer.
 */
export function fuzzRange(
  days: number,
  elapsedDays: number,
  maximumInterval: number,
): { lowest: number; highest: number } {
  if (days < 2.5) {
    const rounded = Math.round(days);
    return { lowest: rounded, highest: rounded };
  }
  let delta = 1;
  for (const { start, end, factor } of fuzzParts)
    delta += factor * Math.max(Math.min(days, end) - start, 0);
  const highest = Math.min(Math.round(days + delta), maximumInterval);
  let lowest = Math.max(2, Math.round(days - delta));
  if (days > elapsedDays) lowest = Math.max(lowest, elapsedDays + 1);
  return { lowest: Math.min(lowest, highest), highest };
}

/**
 * Whole days until `stability` has decayed to the desired retention: at least 1, at most the maximum.
 * @param fuzzSeed decides where in the fuzz range it falls; null for no fuzz
 */
export function nextInterval(
  stability: number,
  elapsedDays: number,
  parameters: SchedulingParameters,
  fuzzSeed: string | null,
): number {
  const { desiredRetention, weights, maximumInterval } = parameters;
  const exact = Math.round(intervalFor(stability, desiredRetention, weights));
  const days = Math.min(Math.max(exact, 1), maximumInterval);
  if (fuzzSeed === null) return days;
  const { lowest, highest } = fuzzRange(days, elapsedDays, maximumInterval);
  return lowest + seededRandom(fuzzSeed).below(highest - lowest + 1);
}

/**
 * The interval of a passed review. Hard never waits longer than Good would, Good waits at least a day longer than Hard,
 * Easy a day longer than Good (ts-fsrs `BasicScheduler.next_interval`).
 */
export function passedInterval(
  rating: Exclude<Rating, 'again'>,
  stabilityAfter: (rating: Rating) => number,
  elapsedDays: number,
  parameters: SchedulingParameters,
  fuzzSeed: string | null,
): number {
  const of = (each: Rating): number =>
    nextInterval(stabilityAfter(each), elapsedDays, parameters, fuzzSeed);
  const plainGood = of('good');
  const hard = Math.min(of('hard'), plainGood);
  const good = Math.max(plainGood, hard + 1);
  const days = { hard, good, easy: Math.max(of('easy'), good + 1) }[rating];
  return Math.min(days, parameters.maximumInterval);
}
