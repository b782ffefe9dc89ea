import 'server-only';
import { AppError } from '@/lib/server/app-error';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { getOwnVersion, inOwnSandbox } from './own-sandbox';
import { quotas } from './quotas';
import { randomKey } from './random-key';

/** A link's key and what it shows: the run as it was when the link was made. */
export interface SharedLink {
  readonly key: string;
  /** The last entry that is shown. */
  readonly through: number;
  readonly createdAt: Date;
}

/**
 * Makes a link by which anybody may read the run of a learner's sandbox as it is now; what is typed later is not in it.
 * @throws AppError 'not-found' when the learner has no such sandbox; 'too-many' when it has as many links as one may have
 */
export function shareRun(learnerId: string, sandboxId: string): Promise<SharedLink> {
  return inOwnSandbox(learnerId, sandboxId, async (tx, through) => {
    if ((await tx.sharedRun.count({ where: { sandboxId, revokedAt: null } })) >= quotas.shares)
      throw tooManyLinks();
    return tx.sharedRun.create({
      data: { key: randomKey(), sandboxId, through, createdAt: new Date(now()) },
      select: { key: true, through: true, createdAt: true },
    });
  });
}

function tooManyLinks(): AppError {
  return new AppError('too-many', {
    words: {
      ko: `공유 링크는 ${quotas.shares}개까지 만들 수 있어요. 쓰지 않는 링크를 거두어 주세요.`,
      en: `You can have ${quotas.shares} links. Revoke one first.`,
    },
  });
}

/**
 * The links of a learner's sandbox that work, newest first.
 * @throws AppError 'not-found' when the learner has no such sandbox
 */
export async function listSharedLinks(
  learnerId: string,
  sandboxId: string,
): Promise<readonly SharedLink[]> {
  await getOwnVersion(learnerId, sandboxId);
  return db.sharedRun.findMany({
    where: { sandboxId, revokedAt: null },
    orderBy: { createdAt: 'desc' },
    select: { key: true, through: true, createdAt: true },
  });
}

/**
 * Takes a link back: from now on it shows nothing.
 * @throws AppError 'not-found' when the learner has no such link, or it was taken back before
 */
export async function revokeSharedLink(learnerId: string, key: string): Promise<void> {
  const { count } = await db.sharedRun.updateMany({
    where: { key, revokedAt: null, sandbox: { learnerId } },
    data: { revokedAt: new Date(now()) },
  });
  if (count !== 1) throw new AppError('not-found');
}
