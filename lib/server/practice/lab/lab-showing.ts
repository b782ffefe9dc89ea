import 'server-only';
import type { Sandbox } from '@/lib/engine';
import { labFactsOf, type LabFacts } from '@/lib/quiz/lab-progress';
import type { VariantKey } from '@/lib/quiz/types';
import { AppError } from '@/lib/server/app-error';
import { db, pool } from '@/lib/server/db';
import type { Prisma } from '@/lib/server/generated/client';
import { readSetupState } from '@/lib/server/sandbox/setup-states';

/** The sandbox of a hands-on question. */
export interface LabSandbox {
  readonly id: string;
  /** Counts the entries of its journal. */
  readonly version: number;
}

/** The sandbox of a showing; null before it is opened for the first time. */
export function sandboxOfLab(
  client: Prisma.TransactionClient,
  showing: { readonly learnerId: string; readonly showingId: string },
): Promise<LabSandbox | null> {
  return client.sandbox.findUnique({
    where: { learnerId_showingId: showing },
    select: { id: true, version: true },
  });
}

/** A learner's hands-on question with what checking it needs. */
export interface LabShowing {
  readonly id: string;
  readonly learnerId: string;
  readonly key: Extract<VariantKey, { kind: 'lab' }>;
  readonly facts: LabFacts;
  /** The state in which it begins. */
  readonly start: Sandbox;
  /** Null before it is opened for the first time. */
  readonly sandbox: LabSandbox | null;
  readonly hintsTaken: number;
  readonly closed: boolean;
}

interface Row {
  readonly key: VariantKey;
  readonly hash: string;
  readonly sandbox: LabSandbox | null;
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
    text: `SELECT v.key, v.setup_hash AS hash, h.closed_at IS NOT NULL AS closed,
        cardinality(h.hints_at) AS hints,
        CASE WHEN s.id IS NOT NULL THEN json_build_object('id', s.id, 'version', s.version) END AS sandbox
      FROM showings h JOIN variants v ON v.id = h.variant_id
        LEFT JOIN sandboxes s ON s.learner_id = h.learner_id AND s.showing_id = h.id
      WHERE h.learner_id = $1::uuid AND h.id = $2::uuid`,
    values: [learnerId, id],
  });
  const [row] = rows;
  if (row?.key.kind !== 'lab') throw new AppError('not-found');
  const { key, hash, sandbox, hints, closed } = row;
  const start = await readSetupState(db, hash);
  return {
    id,
    learnerId,
    key,
    facts: labFactsOf(key),
    start,
    sandbox,
    hintsTaken: hints,
    closed,
  };
}
