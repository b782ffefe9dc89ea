import 'server-only';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import type { Words } from '@/lib/quiz/types';
import type { CardState } from '@/lib/scheduling/card';
import { conceptStanding, type ConceptStanding } from '@/lib/scheduling/concept-standing';
import { recallOn } from '@/lib/scheduling/recall';
import { cardFromRow } from '@/lib/server/practice/card-row';
import { getLearner } from '@/lib/server/practice/learner';

/** How well a learner knows a concept. */
export interface Knowledge {
  readonly standing: ConceptStanding;
  /** Predicted recall today, averaged over the cards met; null before the first. */
  readonly recall: number | null;
}

/** What a learner knows of a concept that was never met. */
export const notMet: Knowledge = { standing: 'new', recall: null };

/** A concept on the map of the course. */
export interface MapConcept extends Knowledge {
  readonly id: string;
  readonly title: Words;
  readonly statement: Words;
  readonly needs: readonly string[];
}

/** The course's concepts in teaching order, with what this learner knows of each. */
export async function readCourseMap(learnerId: string): Promise<readonly MapConcept[]> {
  const [concepts, knowledge] = await Promise.all([
    db.concept.findMany({
      where: { retired: false },
      orderBy: { position: 'asc' },
      select: {
        id: true,
        title: true,
        statement: true,
        needs: { where: { needs: { retired: false } }, select: { needsId: true } },
      },
    }),
    readKnowledge(learnerId),
  ]);
  return concepts.map(({ id, title, statement, needs }) => ({
    id,
    title: title as unknown as Words,
    statement: statement as unknown as Words,
    needs: needs.map(({ needsId }) => needsId),
    ...(knowledge.get(id) ?? notMet),
  }));
}

/** What the learner knows today of every concept of which there is a card. */
export async function readKnowledge(learnerId: string): Promise<ReadonlyMap<string, Knowledge>> {
  const at = now();
  const learner = await getLearner(db, learnerId, at);
  const rows = await db.card.findMany({ where: { learnerId } });
  const cards = new Map<string, CardState[]>();
  for (const row of rows)
    cards.set(row.conceptId, [...(cards.get(row.conceptId) ?? []), cardFromRow(row)]);
  return new Map(
    [...cards].map(([id, each]) => {
      const recalls = each.flatMap(
        (card) => recallOn(card, learner.today, learner.parameters) ?? [],
      );
      const recall =
        recalls.length === 0 ? null : recalls.reduce((sum, one) => sum + one, 0) / recalls.length;
      const standing = conceptStanding(each, { now: at, today: learner.today });
      return [id, { standing, recall }];
    }),
  );
}
