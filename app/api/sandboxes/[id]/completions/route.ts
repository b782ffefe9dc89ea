import { completeLine } from '@/lib/server/sandbox/complete-line';
import { completionBody, handleSandbox, type SandboxContext } from '../../handle';

/** What could stand at the cursor of a line that is being typed. POST, because lines are no matter for logs of addresses. */
export function POST(request: Request, context: SandboxContext): Promise<Response> {
  return handleSandbox(request, context, completionBody, (learnerId, sandboxId, body) =>
    completeLine({ learnerId, sandboxId, ...body }),
  );
}
