import 'server-only';
import { randomUUID } from 'node:crypto';
import { AppError } from '@/lib/server/app-error';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import type { Prisma } from '@/lib/server/generated/client';
import { dayToColumn } from './day-column';
import { getLearner, type Learner } from './learner';
import { rebuildCards } from './rebuild-cards';

/** The one review that may still be undone: the learner's last step, on the day it was made; null when there is none. */
export async function findUndoable(client: Prisma.TransactionClient, learner: Learner) {
  const last = await client.review.findFirst({
    where: { learnerId: learner.id },
    orderBy: [{ reviewedAt: 'desc' }, { sequence: 'desc' }],
    select: { id: true, conceptId: true, skill: true, undoesId: true, localDay: true },
  });
  const today = dayToColumn(learner.today).getTime();
  if (last === null || last.undoesId !== null || last.localDay.getTime() !== today) return null;
  return last;
}

/**
 * Takes the learner's last answer back: a row that undoes its review is appended and the card is replayed. The answer
 * itself stays, and first-attempt statistics keep it. Undoing the same review twice changes nothing.
 *
 * @throws AppError 'not-found' for a review that is not the learner's; 'conflict' when a later answer has been given
 */
export async function undoAnswer(learnerId: string, reviewId: string): Promise<void> {
  const at = now();
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM people WHERE id = ${learnerId}::uuid FOR UPDATE`;
    const review = await tx.review.findUnique({
      where: { learnerId_id: { learnerId, id: reviewId } },
      select: { undoesId: true, undoneBy: { select: { id: true } } },
    });
    if (review === null || review.undoesId !== null) throw new AppError('not-found');
    if (review.undoneBy !== null) return;
    const learner = await getLearner(tx, learnerId, at);
    const undoable = await findUndoable(tx, learner);
    if (undoable?.id !== reviewId) throw new AppError('conflict');
    const { conceptId, skill } = undoable;
    await tx.review.create({
      data: {
        learnerId,
        idempotencyKey: randomUUID(),
        conceptId,
        skill,
        undoesId: reviewId,
        localDay: dayToColumn(learner.today),
        reviewedAt: new Date(at),
      },
    });
    await rebuildCards(tx, learnerId, { conceptId, skill });
  });
}
