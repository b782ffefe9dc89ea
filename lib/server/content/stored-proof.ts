import { z } from 'zod';
import type { DraftProblem } from '@/lib/quiz/studio';
import type { StoredProof } from '@/lib/quiz/proof-flips';

const schema = z.object({
  proved: z.boolean(),
  beliefs: z.array(z.object({ id: z.string(), tellsApart: z.number() })),
  answers: z.array(z.string().nullable()).default([]),
});

/** What is compared of a proof that the database holds. Proofs of former releases have no answers; something that is no proof is one in which nothing was proved. */
export function readStoredProof(stored: unknown): StoredProof {
  const proof = schema.safeParse(stored);
  return proof.success ? proof.data : { proved: false, beliefs: [] };
}

const problemSchema = z.object({
  line: z.number(),
  column: z.number(),
  message: z.string(),
  instead: z.string(),
});

/** Why a stored proof failed, for the author. */
export function failedProblems(stored: unknown): readonly DraftProblem[] {
  return z.object({ problems: z.array(problemSchema) }).parse(stored).problems;
}
