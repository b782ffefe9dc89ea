import { z } from 'zod';
import { labLineLength } from '@/lib/quiz/parse-response';
import { completeInSample } from '@/lib/server/authoring/play-sample';
import { handleStudio } from '../handle';
import { sampleFields } from '../sample-fields';

const body = z.strictObject({
  ...sampleFields,
  line: z.string().max(labLineLength),
  cursor: z.int().min(0).max(labLineLength),
});

/** What could stand at the cursor of a line in a hands-on sample's terminal. */
export function POST(request: Request): Promise<Response> {
  return handleStudio(request, body, (viewer, { template, ...typed }) =>
    completeInSample(viewer, template, typed),
  );
}
