import 'server-only';
import { AppError } from '@/lib/server/app-error';
import { db } from '@/lib/server/db';
import { dayFromColumn } from '@/lib/server/practice/day-column';
import { can, type Asker } from '@/lib/server/permissions';
import type { LocalDay } from '@/lib/scheduling/local-day';

/** What everybody in a cohort may know of it: nothing about the other learners. */
export interface CohortPage {
  readonly id: string;
  readonly name: string;
  readonly role: 'learner' | 'instructor';
  readonly readinessDate: LocalDay | null;
  readonly synthetic: boolean;
  /** Names of the instructors; those without a name are left out. */
  readonly instructors: readonly string[];
}

/**
 * A cohort as one of its people sees it.
 * @throws AppError 'not-found' for a cohort the viewer is not in
 */
export async function readCohort(viewer: Asker, cohortId: string): Promise<CohortPage> {
  if (!can(viewer, 'read:cohort:own', { cohortId })) throw new AppError('not-found');
  const cohort = await db.cohort.findUnique({
    where: { id: cohortId },
    select: {
      id: true,
      name: true,
      readinessDate: true,
      synthetic: true,
      members: {
        orderBy: { joinedAt: 'asc' },
        where: { OR: [{ role: 'instructor' }, { personId: viewer.id }] },
        select: { role: true, personId: true, person: { select: { name: true } } },
      },
    },
  });
  const own = cohort?.members.find(({ personId }) => personId === viewer.id);
  if (cohort === null || own === undefined) throw new AppError('not-found');
  const { members, readinessDate, ...rest } = cohort;
  return {
    ...rest,
    role: own.role,
    readinessDate: readinessDate === null ? null : dayFromColumn(readinessDate),
    instructors: members
      .filter(({ role, person }) => role === 'instructor' && person.name !== '')
      .map(({ person }) => person.name),
  };
}
