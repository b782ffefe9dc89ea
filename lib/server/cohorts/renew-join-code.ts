import 'server-only';
import { AppError } from '@/lib/server/app-error';
import { db } from '@/lib/server/db';
import { can, type Asker } from '@/lib/server/permissions';
import { withFreshCode } from './with-fresh-code';

/**
 * Gives a cohort another join code; the old code and its link are worth nothing from now on. Who joined stays.
 * @throws AppError 'not-found' for a cohort that is not the viewer's to change
 */
export async function renewJoinCode(viewer: Asker, cohortId: string): Promise<string> {
  if (!can(viewer, 'edit:cohort:own', { cohortId })) throw new AppError('not-found');
  return withFreshCode(async (joinCode) => {
    await db.cohort.update({ where: { id: cohortId }, data: { joinCode } });
    return joinCode;
  });
}
