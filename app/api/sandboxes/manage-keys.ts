import type { GrantAct, KeyList } from '@/lib/quiz/terminal';
import { findDoor } from '@/lib/server/door/find-door';
import { limit } from '@/lib/server/rate-limit';
import { issueKey, listKeys, revokeKey } from '@/lib/server/sandbox/engine-keys';

/** Issues a key to a learner's sandbox, which is shown this once, or takes one back, and gives those that work and where they open something. */
export async function manageKeys(
  learnerId: string,
  sandboxId: string,
  asked: GrantAct,
): Promise<KeyList> {
  if (asked.act === 'revoke') await revokeKey(learnerId, asked.id);
  let made: string | null = null;
  if (asked.act === 'make') {
    await limit('share-as', learnerId);
    made = (await issueKey(learnerId, sandboxId)).key;
  }
  const keys = await listKeys(learnerId, sandboxId);
  return {
    rows: keys.map(({ id, hint, createdAt, lastUsedAt }) => ({
      id,
      hint,
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    })),
    made,
    door: await findDoor(),
  };
}
