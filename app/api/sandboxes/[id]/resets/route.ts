import { limit } from '@/lib/server/rate-limit';
import { resetSandbox } from '@/lib/server/sandbox/reset-sandbox';
import { handleSandbox, keyedBody, type SandboxContext } from '../../handle';

/** Sets a sandbox back to its beginning. */
export function POST(request: Request, context: SandboxContext): Promise<Response> {
  return handleSandbox(request, context, keyedBody, async (learnerId, sandboxId, body) => {
    await limit('line-as', learnerId);
    return (await resetSandbox({ learnerId, sandboxId, ...body })).result;
  });
}
