import { limit } from '@/lib/server/rate-limit';
import { runCommand } from '@/lib/server/sandbox/run-command';
import { commandBody, handleSandbox, type SandboxContext } from '../../handle';

/** Runs a line that was typed at the terminal, once however often it is sent. */
export function POST(request: Request, context: SandboxContext): Promise<Response> {
  return handleSandbox(request, context, commandBody, async (learnerId, sandboxId, body) => {
    await limit('line-as', learnerId);
    const { version, shown, exitCode, prompt, echo, elapsedMs, paced } = await runCommand({
      learnerId,
      sandboxId,
      ...body,
    });
    return { version, shown, exitCode, prompt, echo, elapsedMs, paced };
  });
}
