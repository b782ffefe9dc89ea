import 'server-only';
import type { QuestionContext } from '@/lib/quiz/question-context';
import type { DraftCheck, DraftProof } from '@/lib/quiz/studio';
import { positionIn, type Template } from '@/lib/quiz/template';
import type { TemplateProof } from '@/lib/quiz/template-proof';
import type { Words } from '@/lib/quiz/types';
import { db } from '@/lib/server/db';
import { draftProblem, readDraft } from './read-draft';
import { readKnown } from './read-known';
import { runProof, type ProofBudget } from './run-proof';
import { sampleVariants } from './sample-variants';

/** A checked text; `proved` is what may be published, null when nothing may. */
export interface CheckedText {
  readonly check: DraftCheck;
  readonly proved: { readonly template: Template; readonly proof: TemplateProof } | null;
}

/** Reads a draft's text against the course in force, proves it within the budget and draws three samples of it. */
export async function checkText(
  text: string,
  id: string,
  context: QuestionContext,
  budget: ProofBudget,
): Promise<CheckedText> {
  const read = readDraft(text, id, await readKnown(context));
  if (!read.ok) {
    return {
      check: { problems: read.error, warnings: [], proof: null, samples: [] },
      proved: null,
    };
  }
  const { template, warnings } = read.value;
  const proof = await runProof(template, context, budget);
  if (!proof.ok) {
    const problem = tooHeavy(template, proof.error.done, budget);
    return { check: { problems: [problem], warnings, proof: null, samples: [] }, proved: null };
  }
  const title = await conceptTitle(template.conceptId);
  return {
    check: {
      problems: proof.value.problems.map(draftProblem),
      warnings: [...warnings, ...proof.value.warnings.map(draftProblem)],
      proof: await proofView(proof.value, title),
      samples: sampleVariants(template, context, title, 0),
    },
    proved: proof.value.proved ? { template, proof: proof.value } : null,
  };
}

function tooHeavy(template: Template, done: number, { seeds, budgetMs }: ProofBudget) {
  const seconds = Math.round(budgetMs / 1000);
  return {
    ...positionIn(template, ''),
    message: `this takes too long to run: ${done} of ${seeds} variants in ${seconds} seconds`,
    instead: 'use fewer or shorter commands, fewer `steps` or fewer `beliefs`',
  };
}

/** The title of a concept that is known to exist. */
export async function conceptTitle(id: string): Promise<Words> {
  const { title } = await db.concept.findUniqueOrThrow({ where: { id }, select: { title: true } });
  return title as unknown as Words;
}

async function proofView(proof: TemplateProof, title: Words): Promise<DraftProof> {
  const rows = await db.misconception.findMany({
    where: { id: { in: proof.beliefs.map(({ id }) => id) } },
    select: { id: true, belief: true },
  });
  const words = new Map(rows.map(({ id, belief }) => [id, belief as unknown as Words]));
  return {
    proved: proof.proved,
    kind: proof.kind,
    concept: { id: proof.conceptId, title },
    seeds: proof.seeds,
    variants: proof.variants,
    beliefs: proof.beliefs.map(({ id, tellsApart }) => ({
      id,
      tellsApart,
      belief: words.get(id) ?? null,
    })),
  };
}
