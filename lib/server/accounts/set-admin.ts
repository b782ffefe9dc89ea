import 'server-only';
import { db } from '../db';

/** Makes the member with this address an administrator, or no longer one. False when nobody has the address. */
export async function setAdmin(email: string, isAdmin: boolean): Promise<boolean> {
  const { count } = await db.person.updateMany({
    where: { email, kind: 'member' },
    data: { isAdmin },
  });
  return count === 1;
}
