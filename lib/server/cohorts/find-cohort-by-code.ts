import 'server-only';
import { db } from '@/lib/server/db';
import type { Asker } from '@/lib/server/permissions';
import { readJoinCode } from './join-code';

/** What somebody who holds a join code sees before joining. */
export interface Invitation {
  readonly cohortId: string;
  readonly name: string;
  /** The code as it is stored. */
  readonly joinCode: string;
  /** The names of who will see the learner's work; those without a name are left out. */
  readonly instructors: readonly string[];
  readonly synthetic: boolean;
  /** Is the viewer one of its people already? */
  readonly joined: boolean;
}

/** The cohort behind a code as typed or pasted, or null. Whoever holds the code may know the cohort's name. */
export async function findCohortByCode(
  viewer: Asker | null,
  typed: string,
): Promise<Invitation | null> {
  const joinCode = readJoinCode(typed);
  if (joinCode === null) return null;
  const cohort = await db.cohort.findUnique({
    where: { joinCode },
    select: {
      id: true,
      name: true,
      synthetic: true,
      members: {
        where: { role: 'instructor' },
        orderBy: { joinedAt: 'asc' },
        select: { person: { select: { name: true } } },
      },
    },
  });
  if (cohort === null) return null;
  return {
    cohortId: cohort.id,
    name: cohort.name,
    joinCode,
    instructors: cohort.members.map(({ person }) => person.name).filter((name) => name !== ''),
    synthetic: cohort.synthetic,
    joined: viewer?.cohorts.some(({ id }) => id === cohort.id) ?? false,
  };
}
