import { readMoment } from '@/lib/server/sandbox/read-moment';
import { emptyBody, handleSandbox, type SandboxContext } from '../../handle';

/** Where a sandbox stands now: prompt and picture. */
export function POST(request: Request, context: SandboxContext): Promise<Response> {
  return handleSandbox(request, context, emptyBody, (learnerId, sandboxId) =>
    readMoment(learnerId, sandboxId),
  );
}
