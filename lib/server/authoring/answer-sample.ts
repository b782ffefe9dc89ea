import 'server-only';
import { deserialise } from '@/lib/engine';
import { generateVariant } from '@/lib/quiz/generate-variant';
import { gradeResponse } from '@/lib/quiz/grade';
import { learnerView } from '@/lib/quiz/learner-view';
import { parseResponse } from '@/lib/quiz/parse-response';
import type { AnswerOutcome } from '@/lib/quiz/practice';
import type { Locale } from '@/lib/quiz/types';
import { verdictOf } from '@/lib/quiz/verdict-view';
import { AppError } from '@/lib/server/app-error';
import { questionContext } from '@/lib/server/content/question-context';
import { readTeaching } from '@/lib/server/content/read-teaching';
import type { Asker } from '@/lib/server/permissions';
import { limit } from '@/lib/server/rate-limit';
import { conceptTitle } from './check-text';
import { getOwnTemplate } from './own-template';
import { readDraft } from './read-draft';
import { readKnown } from './read-known';

/** An author's answer to a sample of the text as it stands in the editor. */
export interface SampleAnswer {
  readonly text: string;
  readonly seed: string;
  readonly response: unknown;
  /** The language of the sample and of the verdict. */
  readonly locale: Locale;
}

/**
 * Answers a sample as a learner would and tells the verdict. Nothing is stored or scheduled.
 * @throws AppError 'invalid' for a text or a response that cannot be read; otherwise as `checkDraft`
 */
export async function answerSample(
  viewer: Asker,
  id: string,
  { text, seed, response: raw, locale }: SampleAnswer,
): Promise<AnswerOutcome> {
  await getOwnTemplate(viewer, id, 'edit:template:own');
  await limit('check-as', viewer.id);
  const context = await questionContext();
  const read = readDraft(text, id, await readKnown(context));
  if (!read.ok) throw new AppError('invalid');
  const { template } = read.value;
  const made = generateVariant(template, seed, context);
  if (!made.ok) throw new AppError('invalid', { words: made.error.message });
  const variant = made.value;
  const response = parseResponse(variant.question, raw);
  if (!response.ok) throw new AppError('invalid', { words: response.error[locale] });
  const scene = { setup: () => deserialise(variant.setup), context };
  const grade = gradeResponse(variant, response.value, scene);
  const title = await conceptTitle(template.conceptId);
  return {
    verdict: verdictOf(variant, response.value, grade, {
      ...scene,
      locale,
      made: { template, seed },
      ...(await readTeaching(grade.misconceptions, variant.proof.sources)),
    }),
    question: learnerView(variant.question, title[locale], locale),
    response: response.value,
    alreadyAnswered: false,
    comesBack: null,
    reviewId: null,
  };
}
