import { z } from 'zod';
import { publishTemplate } from '@/lib/server/authoring/publish-template';
import { handleStudio, templateField } from '../handle';

const body = z.strictObject({
  template: templateField,
  revision: z.string().max(64),
  cohorts: z.array(z.uuid()).max(200),
});

/** Proves the saved draft over all seeds and publishes it. */
export function POST(request: Request): Promise<Response> {
  return handleStudio(request, body, (viewer, { template, revision, cohorts }) =>
    publishTemplate(viewer, template, { revision, cohortIds: cohorts }, request.signal),
  );
}
