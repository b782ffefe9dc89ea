import 'server-only';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import type { ComesBack } from '@/lib/quiz/practice';
import { forecastPlan } from '@/lib/scheduling/forecast-day';
import { localDay, type LocalDay } from '@/lib/scheduling/local-day';
import { planNext } from '@/lib/scheduling/planner';
import { dueDays, streakOf } from '@/lib/scheduling/streak';
import { cardKey, dueFromColumns } from './card-row';
import { listConcepts } from './concepts';
import { listAskableTemplates } from './course';
import { dayFromColumn } from './day-column';
import { getLearner, type Learner } from './learner';
import { readPlanInput } from './plan-input';
import { countAnswersToday } from './showings';
import { comesBack } from './view';

/** What a learner's first page tells of the present day and the week. */
export interface Today {
  /** Questions due now, new ones included. */
  readonly due: number;
  /** About how long they take at this learner's pace. */
  readonly minutes: number;
  readonly answeredToday: number;
  readonly streakDays: number;
  /** When the next card is due if none is now; null when there is no card at all. */
  readonly nextDue: ComesBack | null;
  /** Seven local days from today on. */
  readonly week: readonly { readonly day: LocalDay; readonly due: number }[];
}

/** Answers that a learner's pace is taken from. */
const PACED_ANSWERS = 50;
/** Reading a verdict takes about as long again as answering. */
const VERDICT_FACTOR = 2;

/** The learner's present day: what is due, the streak, the week ahead. */
export async function readToday(learnerId: string): Promise<Today> {
  const at = now();
  const learner = await getLearner(db, learnerId, at);
  const course = {
    concepts: await listConcepts(db),
    templates: await listAskableTemplates(db, learnerId),
  };
  const input = await readPlanInput(db, learner, course, at);
  const plan = planNext(input);
  const seconds = await readSecondsPerQuestion(learnerId);
  const forecast = forecastPlan(input, seconds ?? undefined);
  const today = forecast.dueCount + forecast.newCount;
  const { days } = await readStreak(learner);
  return {
    due: plan.done ? 0 : Math.max(1, today),
    minutes: forecast.minutes,
    answeredToday: await countAnswersToday(db, learner),
    streakDays: days,
    nextDue: !plan.done || plan.nextDue === null ? null : comesBack(plan.nextDue, learner, at),
    week: [{ day: learner.today, due: plan.done ? 0 : today }, ...forecast.nextDays.slice(0, 6)],
  };
}

/** The learner's usual seconds for a question with its verdict; null before the first answer. */
async function readSecondsPerQuestion(learnerId: string): Promise<number | null> {
  const answers = await db.answer.findMany({
    where: { learnerId },
    orderBy: { answeredAt: 'desc' },
    take: PACED_ANSWERS,
    select: { responseMs: true },
  });
  const times = answers.map(({ responseMs }) => responseMs).sort((a, b) => a - b);
  const median = times[Math.floor(times.length / 2)];
  return median === undefined ? null : (VERDICT_FACTOR * median) / 1000;
}

async function readStreak(learner: Learner) {
  const reviews = await db.review.findMany({
    where: { learnerId: learner.id, undoesId: null, undoneBy: null },
    orderBy: [{ reviewedAt: 'asc' }, { sequence: 'asc' }],
    select: { conceptId: true, skill: true, localDay: true, dueDay: true, dueAt: true },
  });
  const waits = dueDays(
    reviews.map((row) => {
      const due = dueFromColumns(row);
      return {
        cardKey: cardKey(row),
        day: dayFromColumn(row.localDay),
        dueDay:
          due.kind === 'day' ? due.day : localDay(due.at, learner.timeZone, learner.rollOverHour),
      };
    }),
  );
  const answered = await db.answer.findMany({
    where: { learnerId: learner.id },
    select: { localDay: true },
    distinct: ['localDay'],
  });
  return streakOf(
    answered.map((row) => dayFromColumn(row.localDay)),
    waits,
    learner.today,
  );
}
