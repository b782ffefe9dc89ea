import 'server-only';
import { db } from '@/lib/server/db';
import type { SourceCitation, Words } from '@/lib/quiz/types';

/** The words that a verdict adds to the run: beliefs with their answers, statements of the sources. */
export interface Teaching {
  readonly beliefs: readonly {
    readonly id: string;
    readonly belief: Words;
    readonly answer: Words;
  }[];
  readonly statements: readonly {
    readonly source: string;
    readonly file: string;
    readonly from: number;
    readonly to: number;
    readonly words: Words;
    readonly note: Words | null;
  }[];
}

/**
 * Reads the words of these misconceptions, in this order, and of every statement that the citations touch.
 * @param conceptId every statement that this concept teaches is read, too
 */
export async function readTeaching(
  misconceptionIds: readonly string[],
  citations: readonly SourceCitation[],
  conceptId?: string,
): Promise<Teaching> {
  const [misconceptions, statements] = await Promise.all([
    db.misconception.findMany({ where: { id: { in: [...misconceptionIds] } } }),
    citations.length === 0 && conceptId === undefined
      ? []
      : db.sourceStatement.findMany({
          where: {
            OR: [
              ...citations.map(({ source, from, to }) => ({
                source,
                from: { lte: to },
                to: { gte: from },
              })),
              ...(conceptId === undefined ? [] : [{ concepts: { has: conceptId } }]),
            ],
          },
          orderBy: [{ source: 'asc' }, { from: 'asc' }],
        }),
  ]);
  const byId = new Map(misconceptions.map((row) => [row.id, row]));
  return {
    beliefs: misconceptionIds.flatMap((id) => {
      const row = byId.get(id);
      return row === undefined
        ? []
        : [
            {
              id,
              belief: row.belief as unknown as Words,
              answer: row.answer as unknown as Words,
            },
          ];
    }),
    statements: statements.map(({ source, file, from, to, words, note }) => ({
      source,
      file,
      from,
      to,
      words: words as unknown as Words,
      note: note as unknown as Words | null,
    })),
  };
}
