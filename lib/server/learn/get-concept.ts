import 'server-only';
import { AppError } from '@/lib/server/app-error';
import { db } from '@/lib/server/db';
import type { SourceCitation, Words } from '@/lib/quiz/types';
import { readTeaching, type Teaching } from '@/lib/server/content/read-teaching';
import { listConcepts, type CourseConcept } from '@/lib/server/practice/concepts';
import { readConceptQuestions, type QuestionsOfKind } from './read-concept-questions';
import { notMet, readKnowledge, type Knowledge } from './read-course-map';
import { readNewTerms, type NewTerm } from './read-glossary';

/** Another concept that a concept's page leads to. */
export interface RelatedConcept extends Knowledge {
  readonly id: string;
  readonly title: Words;
}

/** A concept's page: the idea, what it stands on and leads to, where it comes from, what the learner knows of it. */
export interface ConceptPage extends Teaching {
  readonly id: string;
  readonly title: Words;
  readonly statement: Words;
  readonly text: Words;
  readonly needs: readonly RelatedConcept[];
  readonly leadsTo: readonly RelatedConcept[];
  /** In teaching order; null at its ends. */
  readonly previous: RelatedConcept | null;
  readonly next: RelatedConcept | null;
  readonly questions: readonly QuestionsOfKind[];
  /** Words of the field that no concept before it has taught. */
  readonly terms: readonly NewTerm[];
  readonly knowledge: Knowledge;
}

/** Throws AppError 'not-found' for an id that the course does not have. */
export async function getConcept(id: string, learnerId: string): Promise<ConceptPage> {
  const [row, course, knowledge, misconceptions] = await Promise.all([
    db.concept.findFirst({ where: { id, retired: false } }),
    listConcepts(db),
    readKnowledge(learnerId),
    db.misconception.findMany({
      where: { concepts: { has: id }, retired: false },
      orderBy: { id: 'asc' },
      select: { id: true },
    }),
  ]);
  if (row === null) throw new AppError('not-found');
  const at = course.findIndex((concept) => concept.id === id);
  const related = (concept: CourseConcept): RelatedConcept => ({
    id: concept.id,
    title: concept.title,
    ...(knowledge.get(concept.id) ?? notMet),
  });
  const beside = (position: number) => {
    const concept = course[position];
    return concept === undefined ? null : related(concept);
  };
  const needs = course[at]?.needs ?? [];
  const [teaching, questions, terms] = await Promise.all([
    readTeaching(
      misconceptions.map((misconception) => misconception.id),
      row.sources as unknown as SourceCitation[],
      id,
    ),
    readConceptQuestions(id, learnerId),
    readNewTerms(new Set([id, ...allNeeds(id, course)])),
  ]);
  return {
    id,
    title: row.title as unknown as Words,
    statement: row.statement as unknown as Words,
    text: row.text as unknown as Words,
    needs: course.filter((concept) => needs.includes(concept.id)).map(related),
    leadsTo: course.filter((concept) => concept.needs.includes(id)).map(related),
    previous: beside(at - 1),
    next: beside(at + 1),
    ...teaching,
    questions,
    terms,
    knowledge: knowledge.get(id) ?? notMet,
  };
}

/** Everything that is to be known before a concept, over any number of steps. */
function allNeeds(id: string, course: readonly CourseConcept[]): ReadonlySet<string> {
  const needs = new Map(course.map((concept) => [concept.id, concept.needs]));
  const found = new Set<string>();
  const open = [...(needs.get(id) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...(needs.get(next) ?? []));
  }
  return found;
}
