import 'server-only';
import type { Prisma, Review } from '@/lib/server/generated/client';
import { newCard, type Skill } from '@/lib/scheduling/card';
import { ratings, type Rating } from '@/lib/scheduling/fsrs-adapter';
import type { Guess } from '@/lib/scheduling/guess';
import { replay, type ReviewRow } from '@/lib/scheduling/replay';
import { cardKey, cardToRow } from './card-row';
import { dayFromColumn } from './day-column';

/** The number that stands for a rating in the database (Anki's and FSRS's own: 1 again … 4 easy). */
export function ratingToColumn(rating: Rating): number {
  return ratings.indexOf(rating) + 1;
}

/** The rating that a stored number stands for. Throws on a number that the database's check forbids. */
export function ratingFromColumn(column: number): Rating {
  const rating = ratings[column - 1];
  if (rating === undefined) throw new Error(`no rating has the number ${String(column)}`);
  return rating;
}

/** The string that, with the count of reviews, decides a card's fuzz. A replay gives the same one. */
export function fuzzSeedOf(
  learnerId: string,
  card: { readonly conceptId: string; readonly skill: Skill },
): string {
  return `${learnerId}/${cardKey(card)}`;
}

/** A stored row as replay reads it. */
export function replayRow(row: Review): ReviewRow {
  if (row.undoesId !== null) return { kind: 'undo', undoes: row.undoesId };
  if (row.rating === null || row.parameterVersion === null)
    throw new Error(`review ${row.id} lacks its rating or its parameters`);
  const guess: Guess | null =
    row.guessChance === null
      ? null
      : {
          chance: row.guessChance,
          ...(row.guessFacility !== null && { facility: row.guessFacility }),
        };
  return {
    kind: 'review',
    id: row.id,
    cardKey: cardKey(row),
    rating: ratingFromColumn(row.rating),
    at: row.reviewedAt.getTime(),
    day: dayFromColumn(row.localDay),
    fuzzSeed: fuzzSeedOf(row.learnerId, row),
    parameterVersion: row.parameterVersion,
    ...(guess !== null && { guess }),
  };
}

/**
 * Writes the card states that a learner's stored reviews lead to: after an undo, after a guest's reviews were joined
 * to a member's, or to mend a card. Cards without a review become new.
 * @param only restricts the work to one card
 */
export async function rebuildCards(
  tx: Prisma.TransactionClient,
  learnerId: string,
  only?: { readonly conceptId: string; readonly skill: Skill },
): Promise<void> {
  const where = { learnerId, ...(only && { conceptId: only.conceptId, skill: only.skill }) };
  const reviews = await tx.review.findMany({
    where,
    orderBy: [{ reviewedAt: 'asc' }, { sequence: 'asc' }],
  });
  const states = replay(reviews.map(replayRow));
  if (!states.ok) throw new Error(`reviews of ${learnerId}: ${states.error.kind}`);
  const cards = await tx.card.findMany({ where, select: { conceptId: true, skill: true } });
  for (const { conceptId, skill } of cards) {
    const state = states.value.get(cardKey({ conceptId, skill })) ?? newCard;
    await tx.card.update({
      where: { learnerId_conceptId_skill: { learnerId, conceptId, skill } },
      data: cardToRow(state),
    });
  }
}
