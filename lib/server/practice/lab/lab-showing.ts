import 'server-only';
import type { Sandbox } from '@/lib/engine';
import { labFactsOf, type LabFacts } from '@/lib/quiz/lab-progress';
import type { VariantKey } from '@/lib/quiz/types';
import { AppError } from '@/lib/server/app-error';
import { db, pool } from '@/lib/server/db';
import { readSetupState } from '@/lib/server/sandbox/setup-states';

/** A learner's hands-on question with what checking it needs. */
export interface LabShowing {
  readonly id: string;
  readonly learnerId: string;
  readonly key: Extract<VariantKey, { kind: 'lab' }>;
  readonly facts: LabFacts;
  /** The state in which it begins. */
  readonly start: Sandbox;
  /** Null before it is opened for the first time. */
  readonly sandboxId: string | null;
  readonly hintsTaken: number;
  readonly closed: boolean;
}

interface Row {
  readonly key: VariantKey;
  readonly hash: string;
  readonly sandbox_id: string | null;
  readonly hints: number;
  readonly closed: boolean;
}

/**
 * A learner's showing of a hands-on question. One query.
 * @throws AppError 'not-found' when the learner has no such showing, or it is of another kind
 */
export async function getLabShowing(learnerId: string, id: string): Promise<LabShowing> {
  const { rows } = await pool().query<Row>({
    name: 'lab-showing',
    text: `SELECT v.key, v.setup_hash AS hash, s.id AS sandbox_id, h.closed_at IS NOT NULL AS closed,
        cardinality(h.hints_at) AS hints
      FROM showings h JOIN variants v ON v.id = h.variant_id
        LEFT JOIN sandboxes s ON s.learner_id = h.learner_id AND s.showing_id = h.id
      WHERE h.learner_id = $1::uuid AND h.id = $2::uuid`,
    values: [learnerId, id],
  });
  const [row] = rows;
  if (row?.key.kind !== 'lab') throw new AppError('not-found');
  const { key, hash, sandbox_id: sandboxId, hints, closed } = row;
  const start = await readSetupState(db, hash);
  return {
    id,
    learnerId,
    key,
    facts: labFactsOf(key),
    start,
    sandboxId,
    hintsTaken: hints,
    closed,
  };
}
