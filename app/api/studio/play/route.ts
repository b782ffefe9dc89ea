import { z } from 'zod';
import { labLineLimit } from '@/lib/quiz/lab-progress';
import { labLineLength } from '@/lib/quiz/parse-response';
import { locales } from '@/lib/quiz/types';
import { draftTextField } from '@/lib/server/authoring/draft-text';
import { playSample } from '@/lib/server/authoring/play-sample';
import { sampleSeedPattern } from '@/lib/server/authoring/sample-variants';
import { handleStudio, templateField } from '../handle';

const body = z.strictObject({
  template: templateField,
  text: draftTextField,
  seed: z.string().regex(sampleSeedPattern),
  lines: z.array(z.string().max(labLineLength)).max(labLineLimit),
  hints: z.int().min(0).max(20),
  locale: z.enum(locales),
});

/** Types lines into a hands-on sample; nothing is stored. */
export function POST(request: Request): Promise<Response> {
  return handleStudio(request, body, (viewer, { template, ...typed }) =>
    playSample(viewer, template, typed),
  );
}
