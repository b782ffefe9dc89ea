import 'server-only';
import { AppError } from '@/lib/server/app-error';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import type { Locale, VariantKey } from '@/lib/quiz/types';

/**
 * A flashcard's back. The first time is noted; asking again gives the same.
 * @throws AppError 'not-found' for a showing that is not this learner's or not a flashcard
 */
export async function revealBack(
  learnerId: string,
  showingId: string,
  locale: Locale,
): Promise<{ readonly back: string }> {
  const showing = await db.showing.findUnique({
    where: { learnerId_id: { learnerId, id: showingId } },
    select: { variant: { select: { key: true } } },
  });
  const key = showing?.variant.key as unknown as VariantKey | undefined;
  if (key?.kind !== 'flashcard') throw new AppError('not-found');
  await db.showing.updateMany({
    where: { learnerId, id: showingId, revealedAt: null },
    data: { revealedAt: new Date(now()) },
  });
  return { back: key.back[locale] };
}
