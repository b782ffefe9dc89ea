import { addDays, daysBetween, type LocalDay } from './local-day';

export interface Streak {
  /** Days with practice in the current streak. */
  readonly days: number;
  /** The longest streak there was, this one included. */
  readonly longest: number;
  readonly practisedToday: boolean;
  /** Freezes in hand. */
  readonly freezes: number;
  /** Missed days that a freeze bridged, oldest first. */
  readonly frozen: readonly LocalDay[];
}

/** Practised days that earn a freeze, and how many can be held. */
export const daysPerFreeze = 7;
export const mostFreezes = 2;

/**
 * The learner's streak, in local days. A day with practice counts; a day on which nothing was due is forgiven and does
 * not count; a missed day uses up a freeze if there is one, else the streak begins again. Every seventh practised day of
 * a streak earns a freeze, two at most. Today breaks nothing: it is not over.
 * @param practised days with at least one answer, in any order, repeats allowed
 * @param hadDue was anything due on this day? Asked only for days without practice
 */
export function streakOf(
  practised: readonly LocalDay[],
  hadDue: (day: LocalDay) => boolean,
  today: LocalDay,
): Streak {
  const days = new Set(practised);
  const first = [...days].sort()[0];
  let current = 0;
  let longest = 0;
  let freezes = 0;
  const frozen: LocalDay[] = [];
  const length = first === undefined ? 0 : daysBetween(first, today);
  for (let index = 0; first !== undefined && index <= length; index++) {
    const day = addDays(first, index);
    if (days.has(day)) {
      current += 1;
      longest = Math.max(longest, current);
      if (current % daysPerFreeze === 0) freezes = Math.min(freezes + 1, mostFreezes);
    } else if (day === today || !hadDue(day)) {
      continue;
    } else if (freezes > 0 && current > 0) {
      freezes -= 1;
      frozen.push(day);
    } else current = 0;
  }
  return { days: current, longest, practisedToday: days.has(today), freezes, frozen };
}

/**
 * Tells for any day whether a card was due on it and waited, from the learner's reviews: what `streakOf` asks. A card
 * waits from the day its review set until it is reviewed again.
 * @param reviews undone ones left out, in the order they were made; `dueDay` is the local day of an instant due
 */
export function dueDays(
  reviews: readonly {
    readonly cardKey: string;
    readonly day: LocalDay;
    readonly dueDay: LocalDay;
  }[],
): (day: LocalDay) => boolean {
  const waits: { from: LocalDay; until: LocalDay | null }[] = [];
  const open = new Map<string, { from: LocalDay; until: LocalDay | null }>();
  for (const { cardKey, day, dueDay } of reviews) {
    const before = open.get(cardKey);
    if (before !== undefined) before.until = day;
    const wait = { from: dueDay, until: null };
    open.set(cardKey, wait);
    waits.push(wait);
  }
  return (day) => waits.some(({ from, until }) => from <= day && (until === null || day < until));
}
