import 'server-only';
import { engineVersion } from '@/lib/engine';
import { AppError } from '@/lib/server/app-error';
import { db } from '@/lib/server/db';
import type { Question } from '@/lib/scheduling/plan-input';
import { findOpenShowing } from './showings';
import { isUniqueViolation } from './unique-violation';

/**
 * Closes the learner's open question when it is about another concept and was only looked at: no card turned, no hint taken, no terminal opened. It counts as shown; an
 * answer to it from another tab still counts.
 *
 * @throws AppError 'not-found' for a concept that the course does not have
 */
export async function setOthersAside(
  learnerId: string,
  conceptId: string,
  at: number,
): Promise<void> {
  const known = await db.concept.count({ where: { id: conceptId, retired: false } });
  if (known === 0) throw new AppError('not-found');
  await db.showing.updateMany({
    where: {
      learnerId,
      closedAt: null,
      conceptId: { not: conceptId },
      revealedAt: null,
      hintsAt: { isEmpty: true },
      sandbox: null,
    },
    data: { closedAt: new Date(at) },
  });
}

/**
 * Puts a question that was set aside before the learner again, so that going to and fro between concepts makes no new ones; null when there is none for this card.
 */
export async function reopenShowing(
  learnerId: string,
  { conceptId, skill }: Pick<Question, 'conceptId' | 'skill'>,
) {
  const aside = await db.showing.findFirst({
    where: {
      learnerId,
      conceptId,
      skill,
      closedAt: { not: null },
      answer: null,
      revealedAt: null,
      hintsAt: { isEmpty: true },
      sandbox: null,
      variant: {
        setup: { engineVersion },
        templateVersion: { template: { retired: false } },
      },
    },
    orderBy: { shownAt: 'desc' },
    select: { id: true },
  });
  if (aside === null) return null;
  try {
    await db.showing.update({
      where: { learnerId_id: { learnerId, id: aside.id } },
      data: { closedAt: null },
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
  }
  return findOpenShowing(db, learnerId);
}
