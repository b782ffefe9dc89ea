import 'server-only';
import { db } from '@/lib/server/db';
import { kinds, type Kind } from '@/lib/quiz/types';
import { listAskableTemplates } from '@/lib/server/practice/course';

/** The questions of one kind about a concept that a learner may be asked. */
export interface QuestionsOfKind {
  readonly kind: Kind;
  readonly count: number;
  /** So many of them the learner has answered, in any of their variants. */
  readonly answered: number;
}

/** What a learner may be asked about a concept, by kind in the order of `kinds`; kinds without a question are left out. */
export async function readConceptQuestions(
  conceptId: string,
  learnerId: string,
): Promise<readonly QuestionsOfKind[]> {
  const [templates, answers] = await Promise.all([
    listAskableTemplates(db, learnerId),
    db.$queryRaw<{ id: string }[]>`
      SELECT DISTINCT tv.template_id AS id
      FROM answers a JOIN variants v ON v.id = a.variant_id JOIN template_versions tv ON tv.id = v.template_version_id
      WHERE a.learner_id = ${learnerId}::uuid AND tv.concept_id = ${conceptId}`,
  ]);
  const answered = new Set(answers.map(({ id }) => id));
  const own = templates.filter((template) => template.conceptId === conceptId);
  return kinds.flatMap((kind) => {
    const ofKind = own.filter((template) => template.kind === kind);
    return ofKind.length === 0
      ? []
      : [
          {
            kind,
            count: ofKind.length,
            answered: ofKind.filter(({ templateId }) => answered.has(templateId)).length,
          },
        ];
  });
}
