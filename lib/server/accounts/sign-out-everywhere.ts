import 'server-only';
import { db } from '../db';

/** Ends every session of a person, on every device: tokens of an older version open nothing. */
export async function signOutEverywhere(personId: string): Promise<void> {
  await db.person.update({
    where: { id: personId },
    data: { sessionVersion: { increment: 1 } },
  });
}
