import 'server-only';
import { randomBytes } from 'node:crypto';
import type { Prisma } from '@/lib/server/generated/client';
import { engineVersion } from '@/lib/engine';
import { generateVariant, type GeneratedVariant } from '@/lib/quiz/generate-variant';
import type { QuestionContext } from '@/lib/quiz/question-context';
import type { Template } from '@/lib/quiz/template';
import { storeSetupState } from '@/lib/server/sandbox/setup-states';

/** Seeds tried for a variant that the learner has not seen, before one repeats. */
const ATTEMPTS = 40;

/** A concrete question before it is stored, with its secret seed. */
export interface FreshVariant extends GeneratedVariant {
  readonly seed: string;
}

/**
 * Makes a variant from a random secret seed, one whose fingerprint is not among those already `seen` if there is any
 * left. A published template was proved over hundreds of seeds; should one of its seeds fail all the same, another is
 * taken.
 */
export function freshVariant(
  template: Template,
  context: QuestionContext,
  seen: ReadonlySet<string>,
): FreshVariant {
  let repeated: FreshVariant | null = null;
  let refusal = 'no seed was tried';
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const seed = randomBytes(16).toString('hex');
    const made = generateVariant(template, seed, context);
    if (!made.ok) {
      refusal = made.error.message;
      continue;
    }
    const fresh = { ...made.value, seed };
    if (!seen.has(fresh.fingerprint)) return fresh;
    repeated ??= fresh;
  }
  if (repeated === null) throw new Error(`template ${template.id} yields no variant: ${refusal}`);
  return repeated;
}

/** Stores a variant with its setup state (once per distinct state) and its proof. Returns the variant's id. */
export async function storeVariant(
  tx: Prisma.TransactionClient,
  templateVersionId: string,
  variant: FreshVariant,
): Promise<string> {
  const setupHash = await storeSetupState(tx, variant.setup);
  const proof = await tx.proof.create({
    data: { engineVersion, body: variant.proof as unknown as Prisma.InputJsonValue },
    select: { id: true },
  });
  const { id } = await tx.variant.create({
    data: {
      templateVersionId,
      seed: variant.seed,
      fingerprint: variant.fingerprint,
      question: variant.question as unknown as Prisma.InputJsonValue,
      key: variant.key as unknown as Prisma.InputJsonValue,
      setupHash,
      proofId: proof.id,
    },
    select: { id: true },
  });
  return id;
}
