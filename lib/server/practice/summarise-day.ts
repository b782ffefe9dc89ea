import 'server-only';
import { db } from '@/lib/server/db';
import type { PracticeDone } from '@/lib/quiz/practice';
import type { Locale, Words } from '@/lib/quiz/types';
import type { Due } from '@/lib/scheduling/card';
import { forecastDay } from '@/lib/scheduling/forecast-day';
import type { PlanInput } from '@/lib/scheduling/plan-input';
import { dayToColumn } from './day-column';
import { findUndoable } from './undo-answer';
import type { Learner } from './learner';
import { comesBack } from './view';

/** What the learner's present day came to, when nothing is left to ask. */
export async function summariseDay(
  learner: Learner,
  input: PlanInput,
  nextDue: Due | null,
  at: number,
  locale: Locale,
): Promise<PracticeDone> {
  const today = { learnerId: learner.id, localDay: dayToColumn(learner.today) };
  const [answers, learned, undoable] = await Promise.all([
    db.answer.groupBy({ by: ['correct'], where: today, _count: true }),
    db.review.findMany({
      where: { ...today, undoesId: null, undoneBy: null, correct: true, stabilityBefore: null },
      orderBy: { sequence: 'asc' },
      select: { card: { select: { concept: { select: { id: true, title: true } } } } },
    }),
    findUndoable(db, learner),
  ]);
  const count = (correct: boolean): number =>
    answers.find((group) => group.correct === correct)?._count ?? 0;
  const titles = new Map(
    learned.map(({ card: { concept } }) => [
      concept.id,
      (concept.title as unknown as Words)[locale],
    ]),
  );
  const forecast = forecastDay({
    cards: input.cards.map(({ state }) => state),
    today: learner.today,
    endOfToday: input.endOfToday,
    newToday: 0,
  });
  return {
    status: 'done',
    answered: count(true) + count(false),
    correct: count(true),
    learned: [...titles].map(([id, title]) => ({ id, title })),
    tomorrow: forecast.nextDays[0]?.due ?? 0,
    nextDue: nextDue === null ? null : comesBack(nextDue, learner, at),
    lastReviewId: undoable?.id ?? null,
  };
}
