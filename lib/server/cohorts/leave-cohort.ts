import 'server-only';
import { type Result, err, ok } from '@/lib/kernel/result';
import { AppError } from '@/lib/server/app-error';
import { db } from '@/lib/server/db';
import { can, type Asker } from '@/lib/server/permissions';

/**
 * Takes the viewer out of a cohort. What they learned stays theirs. A cohort keeps an instructor: its last one cannot
 * leave but only erase it.
 * @throws AppError 'not-found' for a cohort the viewer is not in
 */
export async function leaveCohort(
  viewer: Asker,
  cohortId: string,
): Promise<Result<null, 'last-instructor'>> {
  if (!can(viewer, 'read:cohort:own', { cohortId })) throw new AppError('not-found');
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM cohorts WHERE id = ${cohortId}::uuid FOR UPDATE`;
    const others = await tx.membership.count({
      where: { cohortId, role: 'instructor', personId: { not: viewer.id } },
    });
    const own = await tx.membership.findUnique({
      where: { cohortId_personId: { cohortId, personId: viewer.id } },
      select: { role: true },
    });
    if (own?.role === 'instructor' && others === 0) return err('last-instructor');
    await tx.membership.deleteMany({ where: { cohortId, personId: viewer.id } });
    return ok(null);
  });
}
