import 'server-only';
import { db } from '@/lib/server/db';
import { dayFromColumn } from '@/lib/server/practice/day-column';
import type { Asker } from '@/lib/server/permissions';
import type { LocalDay } from '@/lib/scheduling/local-day';

/** A cohort in the viewer's list. */
export interface ListedCohort {
  readonly id: string;
  readonly name: string;
  readonly role: 'learner' | 'instructor';
  readonly learners: number;
  readonly readinessDate: LocalDay | null;
  readonly synthetic: boolean;
}

/** The viewer's cohorts: those they instruct first, then by name. */
export async function listCohorts(viewer: Pick<Asker, 'id'>): Promise<readonly ListedCohort[]> {
  const memberships = await db.membership.findMany({
    where: { personId: viewer.id },
    orderBy: [{ role: 'desc' }, { cohort: { name: 'asc' } }, { cohortId: 'asc' }],
    select: {
      role: true,
      cohort: {
        select: {
          id: true,
          name: true,
          readinessDate: true,
          synthetic: true,
          _count: { select: { members: { where: { role: 'learner' } } } },
        },
      },
    },
  });
  return memberships.map(({ role, cohort: { _count, readinessDate, ...cohort } }) => ({
    ...cohort,
    role,
    learners: _count.members,
    readinessDate: readinessDate === null ? null : dayFromColumn(readinessDate),
  }));
}
