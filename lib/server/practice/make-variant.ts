import 'server-only';
import { randomBytes } from 'node:crypto';
import type { Prisma } from '@/lib/server/generated/client';
import { engineVersion } from '@/lib/engine';
import { contrastWeight, fullContrast } from '@/lib/quiz/believed-answers';
import { generateVariant, type GeneratedVariant } from '@/lib/quiz/generate-variant';
import type { QuestionContext } from '@/lib/quiz/question-context';
import type { Template } from '@/lib/quiz/template';
import { storeSetupState } from '@/lib/server/sandbox/setup-states';

/** Seeds tried for a variant that the learner has not seen, before one repeats. */
const ATTEMPTS = 40;
/** Unseen variants made, at most, to find one that tells apart the beliefs it is asked for. */
const CONTRASTS = 6;

/** A concrete question before it is stored, with its secret seed. */
export interface FreshVariant extends GeneratedVariant {
  readonly seed: string;
}

/**
 * Makes a variant from a random secret seed, one whose fingerprint is not among those already `seen` if there is any
 * left. A published template was proved over hundreds of seeds; should one of its seeds fail all the same, another is
 * taken.
 *
 * @param contrast beliefs that its answer should tell from the truth and from each other, as far as a few seeds allow
 */
export function freshVariant(
  template: Template,
  context: QuestionContext,
  seen: ReadonlySet<string>,
  contrast: readonly string[] = [],
): FreshVariant {
  let repeated: FreshVariant | null = null;
  let best: { readonly variant: FreshVariant; readonly weight: number } | null = null;
  let refusal = 'no seed was tried';
  for (let attempt = 0, unseen = 0; attempt < ATTEMPTS && unseen < CONTRASTS; attempt++) {
    const seed = randomBytes(16).toString('hex');
    const made = generateVariant(template, seed, context);
    if (!made.ok) {
      refusal = made.error.message;
      continue;
    }
    const variant = { ...made.value, seed };
    if (seen.has(variant.fingerprint)) {
      repeated ??= variant;
      continue;
    }
    unseen += 1;
    const weight = contrastWeight(variant.key, contrast);
    if (weight === fullContrast(contrast.length)) return variant;
    if (best === null || weight > best.weight) best = { variant, weight };
  }
  const found = best?.variant ?? repeated;
  if (found === null) throw new Error(`template ${template.id} yields no variant: ${refusal}`);
  return found;
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
