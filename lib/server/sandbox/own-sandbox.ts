import 'server-only';
import { AppError } from '@/lib/server/app-error';
import { db } from '@/lib/server/db';

/**
 * The version of a learner's own sandbox.
 * @throws AppError 'not-found' when the learner has no such sandbox
 */
export async function getOwnVersion(learnerId: string, sandboxId: string): Promise<number> {
  const own = await db.sandbox.findFirst({
    where: { id: sandboxId, learnerId },
    select: { version: true },
  });
  if (own === null) throw new AppError('not-found');
  return own.version;
}
