import type { Sandbox } from '@/lib/engine';
import { believedAnswers } from '@/lib/quiz/believed-answers';
import { generateVariant } from '@/lib/quiz/generate-variant';
import { guessChance } from '@/lib/quiz/guess-chance';
import type { Kind, Skill, VariantKey, VariantQuestion } from '@/lib/quiz/types';
import type { Difficulty } from '@/lib/scheduling/kind-ladder';
import type { SeparatedBeliefs } from '@/lib/scheduling/plan-input';
import { questionContext } from '@/lib/server/content/question-context';
import { db } from '@/lib/server/db';
import { getDefinition, type AskableTemplate } from '@/lib/server/practice/course';
import { storeVariant } from '@/lib/server/practice/make-variant';
import { readSetupState } from '@/lib/server/sandbox/setup-states';
import { candidatesOf, type Candidates } from './candidates';

/** A stored variant as the simulation needs it. */
export interface PooledVariant extends Candidates {
  readonly id: string;
  readonly fingerprint: string;
  /** The chance of being right without knowing; null where nothing can be guessed. */
  readonly chance: number | null;
  /** The beliefs that some wrong answer shows. */
  readonly asked: readonly string[];
}

export interface PooledTemplate {
  readonly id: string;
  readonly conceptId: string;
  readonly skill: Skill;
  readonly kind: Kind;
  readonly difficulty: Difficulty;
  readonly beliefs: readonly string[];
  readonly separates: readonly SeparatedBeliefs[];
  readonly distinctVariants: number | null;
  /** At least one. */
  readonly variants: readonly PooledVariant[];
}

/** Begins the seeds of the demo's variants. Nobody else is ever shown one, so that they need not be secret. */
const seedPrefix = 'demo/';

/** Seeds tried for each variant wanted: some seeds repeat a question, a few yield none. */
const triesEach = 3;

/**
 * The variants that simulated learners answer: up to `size` different ones for each template, made from fixed seeds and
 * kept, so that the next demo of the same course finds them.
 */
export async function fillPool(
  templates: readonly AskableTemplate[],
  size: number,
): Promise<readonly PooledTemplate[]> {
  const pool: PooledTemplate[] = [];
  for (const { templateId, versionId, ...template } of templates) {
    await topUp(versionId, template.kind === 'flashcard' ? 1 : size);
    const variants = await readVariants(versionId, template.kind);
    if (variants.length === 0) throw new Error(`template ${templateId} yields no variant`);
    pool.push({ ...template, id: templateId, variants });
  }
  return pool;
}

/** Makes the variants of a version that the pool lacks. */
async function topUp(versionId: string, size: number): Promise<void> {
  const known = await db.variant.findMany({
    where: { templateVersionId: versionId, seed: { startsWith: seedPrefix } },
    select: { seed: true, fingerprint: true },
  });
  if (known.length >= size) return;
  const seeds = new Set(known.map(({ seed }) => seed));
  const fingerprints = new Set(known.map(({ fingerprint }) => fingerprint));
  const template = await getDefinition(db, versionId);
  const context = await questionContext();
  for (let index = 0; index < triesEach * size && fingerprints.size < size; index++) {
    const seed = `${seedPrefix}${index}`;
    if (seeds.has(seed)) continue;
    const made = generateVariant(template, seed, context);
    if (!made.ok || fingerprints.has(made.value.fingerprint)) continue;
    fingerprints.add(made.value.fingerprint);
    await db.$transaction((tx) => storeVariant(tx, versionId, { ...made.value, seed }));
  }
}

async function readVariants(versionId: string, kind: Kind): Promise<readonly PooledVariant[]> {
  const own = { templateVersionId: versionId, seed: { startsWith: seedPrefix } };
  const rows = await db.variant.findMany({
    where: own,
    select: { id: true, seed: true, fingerprint: true, question: true, key: true, setupHash: true },
  });
  rows.sort((a, b) => (a.seed < b.seed ? -1 : 1));
  const states = new Map<string, Sandbox>();
  for (const { setupHash } of rows)
    if (kind === 'blanks' || kind === 'type' || kind === 'lab')
      states.set(setupHash, await readSetupState(db, setupHash));
  const context = await questionContext();
  return rows.map(({ id, fingerprint, setupHash, ...row }) => {
    const question = row.question as unknown as VariantQuestion;
    const key = row.key as unknown as VariantKey;
    const setup = () => {
      const state = states.get(setupHash);
      if (state === undefined) throw new Error(`variant ${id} is graded without its setup`);
      return state;
    };
    return {
      id,
      fingerprint,
      chance: guessChance(question, key),
      asked: [...believedAnswers(key).keys()],
      ...candidatesOf({ question, key }, { setup, context }),
    };
  });
}
