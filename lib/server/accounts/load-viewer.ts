import 'server-only';
import { db } from '../db';
import type { Asker } from '../permissions';
import type { Session } from './session-token';

/** Who is asking, as far as pages and use cases need to know. Satisfies what `can` decides on. */
export interface Viewer extends Asker {
  /** Empty for a guest who has not given one (joining a cohort asks for it). */
  readonly name: string;
  readonly email: string | null;
  readonly locale: 'ko' | 'en';
  readonly timeZone: string;
  /** The hour of the local clock at which a day of practice begins: 0 to 23. */
  readonly rollOverHour: number;
  readonly newPerDay: number;
  /** A probability. */
  readonly desiredRetention: number;
}

/** The person of a session; null when they are gone or their sessions have been revoked since. */
export async function loadViewer({ personId, sessionVersion }: Session): Promise<Viewer | null> {
  const person = await db.person.findUnique({
    where: { id: personId },
    select: {
      id: true,
      kind: true,
      name: true,
      email: true,
      locale: true,
      timeZone: true,
      rollOverHour: true,
      newPerDay: true,
      desiredRetention: true,
      isAdmin: true,
      sessionVersion: true,
      memberships: { select: { cohortId: true, role: true } },
    },
  });
  if (person === null || person.sessionVersion !== sessionVersion) return null;
  const { sessionVersion: _checked, memberships, ...rest } = person;
  return { ...rest, cohorts: memberships.map(({ cohortId, role }) => ({ id: cohortId, role })) };
}
