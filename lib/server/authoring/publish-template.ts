import 'server-only';
import { engineVersion } from '@/lib/engine';
import { publishingSeeds, type PublishOutcome } from '@/lib/quiz/studio';
import { AppError } from '@/lib/server/app-error';
import { now } from '@/lib/server/clock';
import { publishVersion, sourceHash } from '@/lib/server/content/publish-version';
import { questionContext } from '@/lib/server/content/question-context';
import { db } from '@/lib/server/db';
import type { Prisma } from '@/lib/server/generated/client';
import { can, type Asker } from '@/lib/server/permissions';
import { limit } from '@/lib/server/rate-limit';
import { checkText } from './check-text';
import { revisionOf } from './draft-text';
import { getOwnTemplate } from './own-template';

/** Five times the seeds of a live check, and nobody is typing. */
const budgetMs = 40_000;

/** What an author publishes: the saved text of this revision, to these cohorts. */
export interface PublishRequest {
  readonly revision: string;
  /** Exactly these of the cohorts that the author instructs; the others of theirs no longer get it. */
  readonly cohortIds: readonly string[];
}

/**
 * Proves the saved draft over all seeds and publishes it as the next version, to the learners of the chosen cohorts.
 * A text that is the newest version already makes no other version; only the cohorts change. An unproved draft is
 * refused with its problems, and nothing changes.
 * @throws AppError 'not-found' for a foreign template or a cohort that the viewer does not instruct; 'conflict' when the
 * draft is another by now; 'invalid' without a cohort; 'too-many'
 */
export async function publishTemplate(
  viewer: Asker,
  id: string,
  { revision, cohortIds }: PublishRequest,
  signal?: AbortSignal,
): Promise<PublishOutcome> {
  const { ownerId, draft } = await getOwnTemplate(viewer, id, 'edit:template:own');
  const chosen = [...new Set(cohortIds)];
  for (const cohortId of chosen) {
    if (!can(viewer, 'publish:template:own-cohort', { ownerId, cohortId })) {
      throw new AppError('not-found');
    }
  }
  if (chosen.length === 0) throw new AppError('invalid');
  if (revisionOf(draft) !== revision) throw new AppError('conflict');
  await limit('check-as', viewer.id);

  const { check, proved } = await checkText(draft, id, await questionContext(), {
    seeds: publishingSeeds,
    budgetMs,
    ...(signal !== undefined && { signal }),
  });
  if (proved === null) return { status: 'refused', check };

  const { number, fresh } = await db.$transaction(async (tx) => {
    await lockDraft(tx, id, draft);
    await checkStillInstructs(tx, viewer.id, chosen);
    const already = await publishedAlready(tx, id, draft);
    const version =
      already ??
      (await publishVersion(tx, {
        ...proved,
        source: draft,
        publishedById: viewer.id,
        contentVersionId: null,
      }));
    await tx.template.update({
      where: { id },
      data: { conceptId: proved.template.conceptId, retired: false },
    });
    await publishToExactly(tx, viewer, id, chosen);
    return { number: version.number, fresh: already === null };
  });
  return { status: 'published', number, fresh, cohorts: chosen };
}

/** Holds the template for this transaction. Throws AppError 'conflict' when its draft was changed during the proof. */
async function lockDraft(tx: Prisma.TransactionClient, id: string, draft: string): Promise<void> {
  const [row] = await tx.$queryRaw<{ readonly draft: string }[]>`
    SELECT draft FROM templates WHERE id = ${id} FOR UPDATE`;
  if (row?.draft !== draft) throw new AppError('conflict');
}

/** The proof took its time: a cohort may be erased or left by now. Throws AppError 'not-found'. */
async function checkStillInstructs(
  tx: Prisma.TransactionClient,
  personId: string,
  cohortIds: readonly string[],
): Promise<void> {
  const count = await tx.membership.count({
    where: { personId, role: 'instructor', cohortId: { in: [...cohortIds] } },
  });
  if (count !== cohortIds.length) throw new AppError('not-found');
}

/** The newest version, when it has this very text and was proved by this very engine. */
async function publishedAlready(
  tx: Prisma.TransactionClient,
  templateId: string,
  source: string,
): Promise<{ readonly number: number } | null> {
  const newest = await tx.templateVersion.findFirst({
    where: { templateId },
    orderBy: { number: 'desc' },
    select: { number: true, sourceHash: true, engineVersion: true },
  });
  return newest?.sourceHash === sourceHash(source) && newest.engineVersion === engineVersion
    ? { number: newest.number }
    : null;
}

/** Of the cohorts that the viewer instructs exactly these get the template; publications to others stay. */
async function publishToExactly(
  tx: Prisma.TransactionClient,
  viewer: Asker,
  templateId: string,
  chosen: readonly string[],
): Promise<void> {
  const own = viewer.cohorts.filter(({ role }) => role === 'instructor').map(({ id }) => id);
  await tx.publication.deleteMany({
    where: { templateId, cohortId: { in: own.filter((id) => !chosen.includes(id)) } },
  });
  await tx.publication.createMany({
    data: chosen.map((cohortId) => ({ templateId, cohortId, publishedAt: new Date(now()) })),
    skipDuplicates: true,
  });
}
