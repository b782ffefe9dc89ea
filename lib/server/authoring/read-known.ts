import 'server-only';
import type { Known } from '@/lib/quiz/known';
import type { QuestionContext } from '@/lib/quiz/question-context';
import { catalogueNames } from '@/lib/quiz/stage';
import { db } from '@/lib/server/db';

const documents = ['S0', 'S1', 'S2', 'S3', 'S4'] as const;

/** What a studio template may refer to: the course in force. A source may be cited and need not be. */
export async function readKnown(context: QuestionContext): Promise<Known> {
  const [concepts, misconceptions, statements] = await Promise.all([
    db.concept.findMany({ where: { retired: false }, select: { id: true } }),
    db.misconception.findMany({ where: { retired: false }, select: { id: true } }),
    db.sourceStatement.groupBy({ by: ['source'], _max: { to: true } }),
  ]);
  const lastLine = new Map(statements.map(({ source, _max }) => [source, _max.to ?? 0]));
  return {
    concepts: new Set(concepts.map(({ id }) => id)),
    misconceptions: new Set(misconceptions.map(({ id }) => id)),
    images: new Set(catalogueNames(context)),
    // Every line of a document that says something falls in a statement, so the last one ends it.
    sourceLines: Object.fromEntries(
      documents.flatMap((document) => {
        const lines = lastLine.get(document);
        return lines === undefined ? [] : [[document, lines]];
      }),
    ),
    sourceRequired: false,
  };
}
