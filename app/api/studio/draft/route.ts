import { z } from 'zod';
import { draftTextField } from '@/lib/server/authoring/draft-text';
import { saveDraft } from '@/lib/server/authoring/save-draft';
import { handleStudio, templateField } from '../handle';

const body = z.strictObject({
  template: templateField,
  text: draftTextField,
  base: z.string().max(64),
});

/** Keeps a draft's text, or tells of another that was saved meanwhile. */
export function POST(request: Request): Promise<Response> {
  return handleStudio(request, body, (viewer, { template, text, base }) =>
    saveDraft(viewer, template, text, base),
  );
}
