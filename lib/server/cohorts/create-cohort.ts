import 'server-only';
import { AppError } from '@/lib/server/app-error';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { dayToColumn } from '@/lib/server/practice/day-column';
import { can, type Asker } from '@/lib/server/permissions';
import type { CohortWords } from './cohort-fields';
import { withFreshCode } from './with-fresh-code';

/**
 * Makes a cohort whose instructor is whoever makes it. Any member may; a guest signs up first.
 * @returns the cohort's id
 * @throws AppError 'forbidden' for a guest
 */
export async function createCohort(
  viewer: Asker & { readonly timeZone: string },
  { name, readinessDate }: CohortWords,
): Promise<string> {
  if (!can(viewer, 'create:cohort')) throw new AppError('forbidden');
  const at = new Date(now());
  return withFreshCode(async (joinCode) => {
    const cohort = await db.cohort.create({
      data: {
        name,
        joinCode,
        readinessDate: readinessDate === null ? null : dayToColumn(readinessDate),
        timeZone: viewer.timeZone,
        createdById: viewer.id,
        createdAt: at,
        members: { create: { personId: viewer.id, role: 'instructor', joinedAt: at } },
      },
      select: { id: true },
    });
    return cohort.id;
  });
}
