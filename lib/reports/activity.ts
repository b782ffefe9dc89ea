import type { PracticeDay } from './rows';

/** Whether and how much somebody practised. */
export interface Activity {
  /** Days since the last day with an answer; null when there never was one. */
  readonly lastDaysAgo: number | null;
  /** Days with an answer among the last 7 and 28, today included. */
  readonly daysIn7: number;
  readonly daysIn28: number;
  readonly answers: number;
}

/** The activity that one learner's practice days add up to; several rows of a day count as one day. */
export function activityOf(days: readonly PracticeDay[]): Activity {
  const active = new Set<number>();
  let answers = 0;
  for (const day of days) {
    if (day.answers <= 0) continue;
    active.add(day.daysAgo);
    answers += day.answers;
  }
  const within = (length: number): number => [...active].filter((ago) => ago < length).length;
  return {
    lastDaysAgo: active.size === 0 ? null : Math.min(...active),
    daysIn7: within(7),
    daysIn28: within(28),
    answers,
  };
}
