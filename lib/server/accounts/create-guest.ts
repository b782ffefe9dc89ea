import 'server-only';
import { now } from '../clock';
import { db } from '../db';
import type { Locale } from '../generated/client';
import type { Session } from './session-token';

/** "Practise now": somebody without a name or an address, who may sign up later under the same id. */
export async function createGuest(guest: {
  readonly locale: Locale;
  readonly timeZone: string;
}): Promise<Session> {
  const person = await db.person.create({
    data: { kind: 'guest', ...guest, createdAt: new Date(now()) },
    select: { id: true, sessionVersion: true },
  });
  return { personId: person.id, sessionVersion: person.sessionVersion };
}
