import 'server-only';
import { beliefsHeld } from '@/lib/scheduling/held-beliefs';
import { db } from '@/lib/server/db';
import { readRecentAnswers } from './plan-input';

/**
 * The beliefs that an answer shows, the one first that explains most of what this learner had answered up to then; where they stand alike they stay in the
 * order given.
 */
export async function byEvidence(
  learnerId: string,
  beliefs: readonly string[],
  answeredAt: Date,
): Promise<readonly string[]> {
  if (beliefs.length < 2) return beliefs;
  const held = beliefsHeld(await readRecentAnswers(db, learnerId, answeredAt));
  const share = (id: string): number => held.find(({ belief }) => belief === id)?.share ?? 0;
  return [...beliefs].sort((a, b) => share(b) - share(a));
}
