import { z } from 'zod';
import { limit } from '@/lib/server/rate-limit';
import { issueKey, listKeys, revokeKey } from '@/lib/server/sandbox/engine-keys';
import { handleSandbox, type SandboxContext } from '../../handle';

const body = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('list') }),
  z.strictObject({ act: z.literal('issue') }),
  z.strictObject({ act: z.literal('revoke'), id: z.uuid() }),
]);

/** Keys for the learner's own docker command line: issues one, which is shown this once, takes one back, and answers with those that work. */
export function POST(request: Request, context: SandboxContext): Promise<Response> {
  return handleSandbox(request, context, body, async (learnerId, sandboxId, asked) => {
    if (asked.act === 'revoke') await revokeKey(learnerId, asked.id);
    let key: string | null = null;
    if (asked.act === 'issue') {
      await limit('share-as', learnerId);
      ({ key } = await issueKey(learnerId, sandboxId));
    }
    return { key, keys: await listKeys(learnerId, sandboxId) };
  });
}
