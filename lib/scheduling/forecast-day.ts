import type { CardState } from './card';
import { indexCourse, skillsInOrder } from './course-index';
import { addDays, type LocalDay } from './local-day';
import type { PlanInput } from './plan-input';

export interface ForecastInput {
  readonly cards: readonly CardState[];
  readonly today: LocalDay;
  /** The instant at which today ends, in milliseconds. */
  readonly endOfToday: number;
  /** New cards that today still admits: not those begun already. */
  readonly newToday: number;
  /** The learner's usual time for a question, verdict read; 30 s until there is one. */
  readonly secondsPerQuestion?: number;
}

export interface DayForecast {
  /** Cards due today, overdue ones included; new cards not. */
  readonly dueCount: number;
  readonly newCount: number;
  /** About how long today's practice takes; 0 only when there is none. */
  readonly minutes: number;
  /** Cards that fall due on each of the seven days after today. */
  readonly nextDays: readonly { readonly day: LocalDay; readonly due: number }[];
}

/** A new card is asked again on its learning steps: 1 minute, then 10. */
const questionsPerNewCard = 2;

/** What today holds and what the next seven days will bring if today is done. */
export function forecastDay(input: ForecastInput): DayForecast {
  const { cards, today, endOfToday, newToday, secondsPerQuestion = 30 } = input;
  const tomorrow = addDays(today, 1);
  const counts = new Map<LocalDay, number>();
  for (const card of cards) {
    if (card.state === 'new') continue;
    const { due } = card;
    const dueDay = due.kind === 'day' ? due.day : due.at < endOfToday ? today : tomorrow;
    const counted = dueDay < today ? today : dueDay;
    counts.set(counted, (counts.get(counted) ?? 0) + 1);
  }
  const dueCount = counts.get(today) ?? 0;
  const questions = dueCount + newToday * questionsPerNewCard;
  return {
    dueCount,
    newCount: newToday,
    minutes: Math.ceil((questions * secondsPerQuestion) / 60),
    nextDays: Array.from({ length: 7 }, (_, index) => {
      const day = addDays(tomorrow, index);
      return { day, due: counts.get(day) ?? 0 };
    }),
  };
}

/** `forecastDay` for what the planner would do: only cards that have a question, new ones up to the day's limit. */
export function forecastPlan(input: PlanInput, secondsPerQuestion?: number): DayForecast {
  const { concepts, cards, today, endOfToday, newToday, limits } = input;
  const course = indexCourse(input);
  const notBegun = concepts.flatMap(({ id }) =>
    skillsInOrder.filter(
      (skill) =>
        course.templatesOf(id, skill).length > 0 && course.stateOf(id, skill).state === 'new',
    ),
  ).length;
  return forecastDay({
    cards: cards
      .filter(({ conceptId, skill }) => course.templatesOf(conceptId, skill).length > 0)
      .map(({ state }) => state),
    today,
    endOfToday,
    newToday: Math.max(0, Math.min(limits.newPerDay - newToday, notBegun)),
    ...(secondsPerQuestion !== undefined && { secondsPerQuestion }),
  });
}
