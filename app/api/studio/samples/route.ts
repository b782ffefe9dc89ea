import { z } from 'zod';
import { draftTextField } from '@/lib/server/authoring/draft-text';
import { drawSamples } from '@/lib/server/authoring/draw-samples';
import { handleStudio, templateField } from '../handle';

const body = z.strictObject({
  template: templateField,
  text: draftTextField,
  round: z.int().min(0).max(9999),
});

/** Other variants of a text. */
export function POST(request: Request): Promise<Response> {
  return handleStudio(request, body, (viewer, { template, text, round }) =>
    drawSamples(viewer, template, text, round),
  );
}
