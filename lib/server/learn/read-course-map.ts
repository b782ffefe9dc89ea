import 'server-only';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import type { Words } from '@/lib/quiz/types';
import { recallOn } from '@/lib/scheduling/recall';
import { cardFromRow } from '@/lib/server/practice/card-row';
import { getLearner } from '@/lib/server/practice/learner';

/** How well a learner knows a concept: predicted recall today, averaged over the cards met; null before the first. */
export type Knowledge = number | null;

/** A concept on the map of the course. */
export interface MapConcept {
  readonly id: string;
  readonly title: Words;
  readonly statement: Words;
  readonly needs: readonly string[];
  readonly knowledge: Knowledge;
}

/** The course's concepts in teaching order, with what this learner knows of each. */
export async function readCourseMap(learnerId: string): Promise<readonly MapConcept[]> {
  const [concepts, knowledge] = await Promise.all([
    db.concept.findMany({
      where: { retired: false },
      orderBy: { position: 'asc' },
      select: { id: true, title: true, statement: true, needs: { select: { needsId: true } } },
    }),
    readKnowledge(learnerId),
  ]);
  return concepts.map(({ id, title, statement, needs }) => ({
    id,
    title: title as unknown as Words,
    statement: statement as unknown as Words,
    needs: needs.map(({ needsId }) => needsId),
    knowledge: knowledge.get(id) ?? null,
  }));
}

/** Predicted recall today by concept, for every concept of which the learner has met a card. */
export async function readKnowledge(learnerId: string): Promise<ReadonlyMap<string, number>> {
  const learner = await getLearner(db, learnerId, now());
  const cards = await db.card.findMany({ where: { learnerId } });
  const recalls = new Map<string, number[]>();
  for (const row of cards) {
    const recall = recallOn(cardFromRow(row), learner.today, learner.parameters);
    if (recall !== null)
      recalls.set(row.conceptId, [...(recalls.get(row.conceptId) ?? []), recall]);
  }
  return new Map(
    [...recalls].map(([id, each]) => [id, each.reduce((sum, one) => sum + one, 0) / each.length]),
  );
}
