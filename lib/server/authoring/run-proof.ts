import { err, ok, type Result } from '@/lib/kernel/result';
import { proofSteps } from '@/lib/quiz/prove-template';
import type { QuestionContext } from '@/lib/quiz/question-context';
import type { Template } from '@/lib/quiz/template';
import type { TemplateProof } from '@/lib/quiz/template-proof';

/** How long the process may be kept from other requests at a stretch, in milliseconds. */
const stretchMs = 20;

export interface ProofBudget {
  readonly seeds: number;
  /** Wall-clock milliseconds after which the proof is given up. */
  readonly budgetMs: number;
  /** Whoever asked has gone: the proof is of no use. */
  readonly signal?: AbortSignal;
}

/** A proof that took too long: how many of its seeds were done. */
export interface TooHeavy {
  readonly done: number;
}

const letOthersRun = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

/**
 * Proves a template without keeping other requests waiting, and gives up when the budget is spent.
 * Throws the signal's reason when it is aborted.
 */
export async function runProof(
  template: Template,
  context: QuestionContext,
  { seeds, budgetMs, signal }: ProofBudget,
): Promise<Result<TemplateProof, TooHeavy>> {
  const end = performance.now() + budgetMs;
  const steps = proofSteps(template, context, { seeds, samples: 0 });
  for (let stretchEnd = 0; ;) {
    if (performance.now() >= stretchEnd) {
      await letOthersRun();
      signal?.throwIfAborted();
      stretchEnd = performance.now() + stretchMs;
    }
    const step = steps.next();
    if (step.done === true) return ok(step.value);
    if (performance.now() > end) return err({ done: step.value });
  }
}
