import 'server-only';
import { type Result, err, ok } from '@/lib/kernel/result';
import { AppError } from '@/lib/server/app-error';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { can, type Asker } from '@/lib/server/permissions';
import { limit } from '@/lib/server/rate-limit';
import { findCohortByCode } from './find-cohort-by-code';

export type JoinRefusal = 'code-unknown' | 'display-name-missing';

/**
 * Makes the viewer a learner of the cohort with this code. Guests may join, under a name they give, so that the
 * instructor knows who is who. Joining again changes nothing, and an instructor stays one.
 *
 * @param typed the code or the link, as typed or pasted
 * @param displayName for who has no name yet: becomes their name; null otherwise
 * @returns the cohort's id
 * @throws AppError 'too-many' after too many tries
 */
export async function joinCohort(
  viewer: Asker & { readonly name: string },
  typed: string,
  displayName: string | null,
): Promise<Result<string, JoinRefusal>> {
  if (!can(viewer, 'join:cohort')) throw new AppError('forbidden');
  await limit('join-as', viewer.id);
  const invitation = await findCohortByCode(viewer, typed);
  if (invitation === null) return err('code-unknown');
  const { cohortId } = invitation;
  if (invitation.joined) return ok(cohortId);
  if (viewer.name === '' && displayName === null) return err('display-name-missing');
  await db.$transaction(async (tx) => {
    if (viewer.name === '' && displayName !== null)
      await tx.person.update({ where: { id: viewer.id }, data: { name: displayName } });
    await tx.membership.createMany({
      data: [{ cohortId, personId: viewer.id, role: 'learner', joinedAt: new Date(now()) }],
      skipDuplicates: true,
    });
  });
  return ok(cohortId);
}
