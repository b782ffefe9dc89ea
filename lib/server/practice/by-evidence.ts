import 'server-only';
import { db } from '@/lib/server/db';

/**
 * The beliefs that an answer shows, the one first that this learner's answers up to it speak for most. An answer that shows several beliefs speaks for
 * each by its share; where they stand alike they stay in the order given.
 */
export async function byEvidence(
  learnerId: string,
  beliefs: readonly string[],
  answeredAt: Date,
): Promise<readonly string[]> {
  if (beliefs.length < 2) return beliefs;
  const rows = await db.$queryRaw<{ id: string; evidence: number }[]>`
    SELECT b.misconception_id AS id, sum(1.0 / shown.beliefs)::float8 AS evidence
    FROM answer_beliefs b
      JOIN answers a ON a.learner_id = b.learner_id AND a.id = b.answer_id
      CROSS JOIN LATERAL (
        SELECT count(*) AS beliefs FROM answer_beliefs o WHERE o.learner_id = b.learner_id AND o.answer_id = b.answer_id) shown
    WHERE b.learner_id = ${learnerId}::uuid AND b.misconception_id = ANY(${[...beliefs]})
      AND a.answered_at <= ${answeredAt}
    GROUP BY b.misconception_id`;
  const evidence = new Map(rows.map((row) => [row.id, row.evidence]));
  return [...beliefs].sort((a, b) => (evidence.get(b) ?? 0) - (evidence.get(a) ?? 0));
}
