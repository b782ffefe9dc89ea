import 'server-only';
import { AppError } from '@/lib/server/app-error';
import { db } from '@/lib/server/db';
import type { Prisma } from '@/lib/server/generated/client';

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

/**
 * Does something to a learner's own sandbox while its row is locked: of two at once the second counts what the first has made.
 * @throws AppError 'not-found' when the learner has no such sandbox; whatever the work throws
 */
export function inOwnSandbox<T>(
  learnerId: string,
  sandboxId: string,
  work: (tx: Prisma.TransactionClient, version: number) => Promise<T>,
): Promise<T> {
  return db.$transaction(
    async (tx) => {
      const [own] = await tx.$queryRaw<{ readonly version: number }[]>`
        SELECT version FROM sandboxes WHERE id = ${sandboxId}::uuid AND learner_id = ${learnerId}::uuid FOR NO KEY UPDATE`;
      if (!own) throw new AppError('not-found');
      return work(tx, own.version);
    },
    { maxWait: 10_000, timeout: 15_000 },
  );
}
