import { z } from 'zod';
import { limit } from '@/lib/server/rate-limit';
import { listSharedLinks, revokeSharedLink, shareRun } from '@/lib/server/sandbox/share-run';
import { handleSandbox, type SandboxContext } from '../../handle';

const body = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('list') }),
  z.strictObject({ act: z.literal('make') }),
  z.strictObject({ act: z.literal('revoke'), key: z.string().max(100) }),
]);

/** Links by which anybody may read the run so far: makes one, takes one back, and answers with those that work. */
export function POST(request: Request, context: SandboxContext): Promise<Response> {
  return handleSandbox(request, context, body, async (learnerId, sandboxId, asked) => {
    if (asked.act === 'revoke') await revokeSharedLink(learnerId, asked.key);
    if (asked.act === 'make') {
      await limit('share-as', learnerId);
      await shareRun(learnerId, sandboxId);
    }
    return listSharedLinks(learnerId, sandboxId);
  });
}
