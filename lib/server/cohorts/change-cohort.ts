import 'server-only';
import { AppError } from '@/lib/server/app-error';
import { db } from '@/lib/server/db';
import { dayToColumn } from '@/lib/server/practice/day-column';
import { can, type Asker } from '@/lib/server/permissions';
import type { CohortWords } from './cohort-fields';

/**
 * Renames a cohort and sets or removes its readiness date.
 * @throws AppError 'not-found' for a cohort that is not the viewer's to change
 */
export async function changeCohort(
  viewer: Asker,
  cohortId: string,
  { name, readinessDate }: CohortWords,
): Promise<void> {
  if (!can(viewer, 'edit:cohort:own', { cohortId })) throw new AppError('not-found');
  await db.cohort.update({
    where: { id: cohortId },
    data: { name, readinessDate: readinessDate === null ? null : dayToColumn(readinessDate) },
  });
}
