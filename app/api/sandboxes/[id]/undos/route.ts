import { limit } from '@/lib/server/rate-limit';
import { undoCommand } from '@/lib/server/sandbox/undo-command';
import { handleSandbox, keyedBody, type SandboxContext } from '../../handle';

/** Takes the last command of a sandbox back. */
export function POST(request: Request, context: SandboxContext): Promise<Response> {
  return handleSandbox(request, context, keyedBody, async (learnerId, sandboxId, body) => {
    await limit('line-as', learnerId);
    return (await undoCommand({ learnerId, sandboxId, ...body })).result;
  });
}
