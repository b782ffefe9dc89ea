import { z } from 'zod';
import { locales } from '@/lib/quiz/types';
import { answerSample } from '@/lib/server/authoring/answer-sample';
import { draftTextField } from '@/lib/server/authoring/draft-text';
import { sampleSeedPattern } from '@/lib/server/authoring/sample-variants';
import { handleStudio, templateField } from '../handle';

const body = z.strictObject({
  template: templateField,
  text: draftTextField,
  seed: z.string().regex(sampleSeedPattern),
  response: z.unknown(),
  locale: z.enum(locales),
});

/** Answers a sample as a learner would; nothing is stored. */
export function POST(request: Request): Promise<Response> {
  return handleStudio(request, body, (viewer, { template, ...answer }) =>
    answerSample(viewer, template, answer),
  );
}
