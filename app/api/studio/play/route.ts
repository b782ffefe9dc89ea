import { z } from 'zod';
import { locales } from '@/lib/quiz/types';
import { playSample } from '@/lib/server/authoring/play-sample';
import { handleStudio } from '../handle';
import { sampleFields } from '../sample-fields';

const body = z.strictObject({
  ...sampleFields,
  hints: z.int().min(0).max(20),
  locale: z.enum(locales),
});

/** Types lines into a hands-on sample; nothing is stored. */
export function POST(request: Request): Promise<Response> {
  return handleStudio(request, body, (viewer, { template, ...typed }) =>
    playSample(viewer, template, typed),
  );
}
