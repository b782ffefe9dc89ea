import { generateVariant } from '@/lib/quiz/generate-variant';
import { learnerView } from '@/lib/quiz/learner-view';
import type { QuestionContext } from '@/lib/quiz/question-context';
import type { SampleView } from '@/lib/quiz/studio';
import type { Template } from '@/lib/quiz/template';
import type { Words } from '@/lib/quiz/types';

/** How many variants an author sees at once, and how many seeds are tried to find different ones. */
const shown = 3;
const tried = 12;

/** The seeds of the variants that an author looks at. A learner's seed is 32 secret hexadecimal digits. */
export const sampleSeedPattern = /^studio-\d{1,4}-\d{1,2}$/;

/** Three different variants as learners will see them; fewer when there are fewer. The same round gives the same. */
export function sampleVariants(
  template: Template,
  context: QuestionContext,
  conceptTitle: Words,
  round: number,
): SampleView[] {
  const seen = new Set<string>();
  const samples: SampleView[] = [];
  for (let attempt = 0; attempt < tried && samples.length < shown; attempt++) {
    const seed = `studio-${round}-${attempt}`;
    const made = generateVariant(template, seed, context);
    if (!made.ok || seen.has(made.value.fingerprint)) continue;
    const { question, key, fingerprint } = made.value;
    seen.add(fingerprint);
    samples.push({
      seed,
      question: {
        ko: learnerView(question, conceptTitle.ko, 'ko'),
        en: learnerView(question, conceptTitle.en, 'en'),
      },
      key,
    });
  }
  return samples;
}
