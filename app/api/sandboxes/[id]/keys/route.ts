import { z } from 'zod';
import { grantBody, handleSandbox, type SandboxContext } from '../../handle';
import { manageKeys } from '../../manage-keys';

const body = grantBody(z.uuid());

/** Keys for the learner's own docker command line: makes one, which is shown this once, takes one back, and answers with those that work. */
export function POST(request: Request, context: SandboxContext): Promise<Response> {
  return handleSandbox(request, context, body, manageKeys);
}
