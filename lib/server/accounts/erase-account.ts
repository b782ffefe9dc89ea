import 'server-only';
import { type Result, err, ok } from '@/lib/kernel/result';
import { db } from '../db';

/**
 * Erases a person and everything they own, for good. A member confirms by typing their address; who has none (a
 * guest) by typing the word that the screen asks for.
 */
export async function eraseAccount(
  personId: string,
  typed: string,
): Promise<Result<null, 'confirmation-differs'>> {
  const { email } = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: { email: true },
  });
  if (typed.trim().toLowerCase() !== (email ?? ERASE_WORD)) return err('confirmation-differs');
  await db.$executeRaw`SELECT erase_person(${personId}::uuid)`;
  return ok(null);
}

/** What somebody without an address types to confirm. */
export const ERASE_WORD = 'erase';
