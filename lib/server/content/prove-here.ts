import { proveTemplate, stoppedProof } from '@/lib/quiz/prove-template';
import type { QuestionContext } from '@/lib/quiz/question-context';
import type { Template } from '@/lib/quiz/template';
import type { TemplateProof } from '@/lib/quiz/template-proof';

/** Proves templates over so many seeds; the proofs are in their order. */
export type Prove = (
  templates: readonly Template[],
  seeds: number,
) => Promise<readonly TemplateProof[]>;

/** Proves in this very thread, one after another. */
export function proveHere(context: QuestionContext): Prove {
  return (templates, seeds) =>
    Promise.resolve(
      templates.map((template) => {
        try {
          return proveTemplate(template, context, { seeds, samples: 0 });
        } catch (failure) {
          return stoppedProof(template, seeds, failure);
        }
      }),
    );
}
