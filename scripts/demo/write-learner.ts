import { dayToColumn } from '@/lib/server/practice/day-column';
import { cardToRow, dueToColumns, type CardColumns } from '@/lib/server/practice/card-row';
import { ratingToColumn } from '@/lib/server/practice/rebuild-cards';
import type { Prisma } from '@/lib/server/generated/client';
import type { SimulatedLearner } from './simulate-learner';

/** Stores a simulated learner as practice would have, in bulk: person, cards, showings, answers, beliefs, reviews. */
export async function writeLearner(
  tx: Prisma.TransactionClient,
  { profile, steps, cards }: SimulatedLearner,
  person: { readonly timeZone: string; readonly rollOverHour: number; readonly createdAt: Date },
): Promise<void> {
  const learnerId = profile.id;
  const { name, locale, newPerDay } = profile;
  await tx.person.create({
    data: { id: learnerId, kind: 'member', synthetic: true, name, locale, newPerDay, ...person },
  });
  await tx.card.createMany({
    data: cards.map(({ conceptId, skill, state }) => ({
      ...(cardToRow(state) as CardColumns),
      learnerId,
      conceptId,
      skill,
    })),
  });
  await tx.showing.createMany({
    data: steps.map(({ ids, conceptId, skill, variant, given, shownAt, answeredAt }) => ({
      learnerId,
      id: ids.showing,
      variantId: variant.id,
      conceptId,
      skill,
      shownAt: new Date(shownAt),
      revealedAt: given.response.kind === 'flashcard' ? new Date(answeredAt) : null,
      closedAt: new Date(answeredAt),
    })),
  });
  await tx.answer.createMany({
    data: steps.map(({ ids, variant, given, firstAttempt, day, answeredAt }) => ({
      learnerId,
      id: ids.answer,
      showingId: ids.showing,
      variantId: variant.id,
      idempotencyKey: ids.idempotencyKey,
      response: given.response,
      score: given.grade.score,
      correct: given.grade.correct,
      confidence: given.confidence,
      responseMs: given.responseMs,
      firstAttempt,
      localDay: dayToColumn(day),
      answeredAt: new Date(answeredAt),
    })),
  });
  await tx.answerBelief.createMany({
    data: steps.flatMap(({ ids, given }) =>
      given.grade.misconceptions.map((misconceptionId) => ({
        learnerId,
        answerId: ids.answer,
        misconceptionId,
      })),
    ),
  });
  await tx.review.createMany({
    data: steps.map(({ ids, conceptId, skill, variant, given, facts, day, answeredAt }) => ({
      learnerId,
      id: ids.review,
      idempotencyKey: ids.idempotencyKey,
      conceptId,
      skill,
      answerId: ids.answer,
      variantId: variant.id,
      response: given.response,
      correct: given.grade.correct,
      confidence: given.confidence,
      responseMs: given.responseMs,
      rating: ratingToColumn(facts.rating),
      sameDay: facts.sameDay,
      localDay: dayToColumn(day),
      elapsedDays: facts.elapsedDays,
      predictedRecall: facts.recallBefore,
      guessChance: variant.chance,
      stabilityBefore: facts.stabilityBefore,
      difficultyBefore: facts.difficultyBefore,
      stabilityAfter: facts.stabilityAfter,
      difficultyAfter: facts.difficultyAfter,
      ...dueToColumns(facts.due),
      parameterVersion: facts.parameterVersion,
      misconceptions: [...given.grade.misconceptions],
      reviewedAt: new Date(answeredAt),
    })),
  });
}
