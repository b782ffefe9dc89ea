import 'server-only';
import { AppError } from '@/lib/server/app-error';
import { db } from '@/lib/server/db';
import type { SourceCitation, Words } from '@/lib/quiz/types';
import { readTeaching, type Teaching } from '@/lib/server/content/read-teaching';
import { readKnowledge, type Knowledge } from './read-course-map';

/** A concept's page: the idea, what it stands on and leads to, where it comes from, what the learner knows of it. */
export interface ConceptPage {
  readonly id: string;
  readonly title: Words;
  readonly statement: Words;
  readonly text: Words;
  readonly needs: readonly { readonly id: string; readonly title: Words }[];
  readonly leadsTo: readonly { readonly id: string; readonly title: Words }[];
  readonly statements: Teaching['statements'];
  readonly knowledge: Knowledge;
}

/** Throws AppError 'not-found' for an id that the course does not have. */
export async function getConcept(id: string, learnerId: string): Promise<ConceptPage> {
  const related = { select: { id: true, title: true, position: true } } as const;
  const row = await db.concept.findFirst({
    where: { id, retired: false },
    include: {
      needs: { select: { needs: related } },
      neededBy: { where: { concept: { retired: false } }, select: { concept: related } },
    },
  });
  if (row === null) throw new AppError('not-found');
  const inOrder = (concepts: readonly { id: string; title: unknown; position: number }[]) =>
    [...concepts]
      .sort((a, b) => a.position - b.position)
      .map((concept) => ({ id: concept.id, title: concept.title as Words }));
  const { statements } = await readTeaching([], row.sources as unknown as SourceCitation[]);
  return {
    id,
    title: row.title as unknown as Words,
    statement: row.statement as unknown as Words,
    text: row.text as unknown as Words,
    needs: inOrder(row.needs.map(({ needs }) => needs)),
    leadsTo: inOrder(row.neededBy.map(({ concept }) => concept)),
    statements,
    knowledge: (await readKnowledge(learnerId)).get(id) ?? null,
  };
}
