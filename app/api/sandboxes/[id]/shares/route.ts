import { z } from 'zod';
import type { LinkList } from '@/lib/quiz/terminal';
import { limit } from '@/lib/server/rate-limit';
import { listSharedLinks, revokeSharedLink, shareRun } from '@/lib/server/sandbox/share-run';
import { grantBody, handleSandbox, type SandboxContext } from '../../handle';

const body = grantBody(z.string().max(100));

/** Links by which anybody may read the run so far: makes one, takes one back, and answers with those that work. */
export function POST(request: Request, context: SandboxContext): Promise<Response> {
  return handleSandbox(
    request,
    context,
    body,
    async (learnerId, sandboxId, asked): Promise<LinkList> => {
      if (asked.act === 'revoke') await revokeSharedLink(learnerId, asked.id);
      if (asked.act === 'make') {
        await limit('share-as', learnerId);
        await shareRun(learnerId, sandboxId);
      }
      const links = await listSharedLinks(learnerId, sandboxId);
      return {
        rows: links.map(({ key, createdAt }) => ({ id: key, createdAt: createdAt.toISOString() })),
      };
    },
  );
}
