import 'server-only';
import { type Result, err, ok } from '@/lib/kernel/result';
import { AppError } from '@/lib/server/app-error';
import { db } from '@/lib/server/db';
import { can, type Asker } from '@/lib/server/permissions';

/**
 * Erases a cohort once its name is typed. Its people and everything they learned stay; questions published to it are no
 * longer shown to them.
 * @throws AppError 'not-found' for a cohort that is not the viewer's to change
 */
export async function eraseCohort(
  viewer: Asker,
  cohortId: string,
  typedName: string,
): Promise<Result<null, 'confirmation-differs'>> {
  if (!can(viewer, 'edit:cohort:own', { cohortId })) throw new AppError('not-found');
  const cohort = await db.cohort.findUnique({ where: { id: cohortId }, select: { name: true } });
  if (cohort === null) throw new AppError('not-found');
  if (typedName.trim() !== cohort.name) return err('confirmation-differs');
  await db.cohort.deleteMany({ where: { id: cohortId } });
  return ok(null);
}
