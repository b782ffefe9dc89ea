import 'server-only';
import { AppError } from '@/lib/server/app-error';
import { db } from '@/lib/server/db';
import { can, type Asker } from '@/lib/server/permissions';

/**
 * Takes a learner out of a cohort; their work stays theirs. Instructors remove themselves only (`leaveCohort`). Removing
 * somebody who is gone already changes nothing.
 * @throws AppError 'not-found' for a cohort that is not the viewer's to change
 */
export async function removeMember(
  viewer: Asker,
  cohortId: string,
  personId: string,
): Promise<void> {
  if (!can(viewer, 'edit:cohort:own', { cohortId })) throw new AppError('not-found');
  await db.membership.deleteMany({ where: { cohortId, personId, role: 'learner' } });
}
