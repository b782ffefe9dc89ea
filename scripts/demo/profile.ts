import type { Random } from '@/lib/kernel/random';
import { personNames } from './person-names';
import { uuidFrom } from './uuid-from';

/** Somebody who is simulated: what they can do and how they go about it. */
export interface Profile {
  readonly id: string;
  readonly name: string;
  readonly locale: 'ko' | 'en';
  /** Log odds of knowing a concept of middling difficulty before it was asked. */
  readonly ability: number;
  /** True stability over the stability that the scheduler believes in: below 1 forgets faster than predicted. */
  readonly retentiveness: number;
  /** False beliefs held at the start. */
  readonly beliefs: readonly string[];
  /** The chance that a wrong answer's feedback ends a belief; for many it never does. */
  readonly openness: number;
  /** The chance of practising on a day. */
  readonly diligence: number;
  /** Days of the two months at which practice begins and ends; the end is left out. */
  readonly from: number;
  readonly until: number;
  /** The day from which new questions go wrong more often; null for never. */
  readonly tiresFrom: number | null;
  readonly newPerDay: number;
  /** Questions answered in one sitting, at most. */
  readonly patience: number;
  /** Minutes after the start of the local day at which practice begins. */
  readonly startMinute: number;
  /** Milliseconds for a choice question. */
  readonly paceMs: number;
}

/** A standard normal number (Box–Muller). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

/**
 * The demo's learners: most go on steadily; every tenth stopped a while ago, every tenth practises seldom and falls
 * behind, every tenth tires, every tenth joined lately, and one never began. Most hold some false belief.
 * @param days how many days are simulated
 * @param beliefs the misconceptions that learners may hold, the commonest first
 */
export function makeProfiles(
  random: Random,
  { count, days, beliefs }: { count: number; days: number; beliefs: readonly string[] },
): readonly Profile[] {
  return Array.from({ length: count }, (_, index) => {
    const habit = index % 10;
    const name = personNames[index % personNames.length] ?? '';
    const stops = habit === 3 ? days - 9 - random.below(20) : days;
    const joins = habit === 7 ? Math.floor(days * 0.6) + random.below(10) : random.below(8);
    return {
      id: uuidFrom(random),
      name,
      locale: /[가-힣]/.test(name) ? 'ko' : 'en',
      ability: -0.4 + 0.9 * normal(random),
      retentiveness: Math.exp(0.35 * normal(random)),
      beliefs: beliefs.filter((_belief, rank) => random.next() < 0.45 * 0.8 ** rank),
      openness: random.next() < 0.4 ? 0 : 0.3 * random.next(),
      diligence: habit === 5 ? 0.12 + 0.08 * random.next() : 0.45 + 0.4 * random.next(),
      from: index === count - 1 ? days : Math.min(joins, days - 1),
      until: stops,
      tiresFrom: habit === 8 ? Math.floor(days * 0.55) : null,
      newPerDay: habit === 5 ? 12 : 2 + random.below(4),
      patience: habit === 5 ? 12 : 8 + random.below(10),
      startMinute: 180 + random.below(900),
      paceMs: 7000 + random.below(12_000),
    };
  });
}
