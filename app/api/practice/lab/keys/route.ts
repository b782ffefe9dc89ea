import { z } from 'zod';
import { getLabShowing } from '@/lib/server/practice/lab/lab-showing';
import { labSandboxId } from '@/lib/server/practice/lab/open-lab';
import { grantBody } from '../../../sandboxes/handle';
import { manageKeys } from '../../../sandboxes/manage-keys';
import { readBody } from '../../body';
import { handle } from '../../handle';

const body = z.strictObject({ showingId: z.uuid(), asked: grantBody(z.uuid()) });

/** Keys with which the learner's own docker command line does a hands-on question. */
export function POST(request: Request): Promise<Response> {
  return handle(async (viewerId) => {
    const { showingId, asked } = await readBody(request, body);
    const sandboxId = await labSandboxId(await getLabShowing(viewerId, showingId));
    return manageKeys(viewerId, sandboxId, asked);
  });
}
