import { z } from 'zod';
import { checkDraft } from '@/lib/server/authoring/check-draft';
import { draftTextField } from '@/lib/server/authoring/draft-text';
import { handleStudio, templateField } from '../handle';

const body = z.strictObject({ template: templateField, text: draftTextField });

/** Checks a text as it stands in the editor; given up when the editor no longer waits. */
export function POST(request: Request): Promise<Response> {
  return handleStudio(request, body, (viewer, { template, text }) =>
    checkDraft(viewer, template, text, request.signal),
  );
}
