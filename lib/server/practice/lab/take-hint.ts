import 'server-only';
import type { LabView } from '@/lib/quiz/lab-contract';
import type { Locale } from '@/lib/quiz/types';
import { AppError } from '@/lib/server/app-error';
import { now } from '@/lib/server/clock';
import { pool } from '@/lib/server/db';
import { getLabShowing } from './lab-showing';
import { openLab } from './open-lab';

/**
 * Notes that the hint of a number (from 1) was asked for, once, and gives the question with the hints so far. They come one after another.
 * @throws AppError 'not-found' when the learner has no such question; 'invalid' when there is no such hint or one before it was not asked for;
 *   'conflict' when the question is answered
 */
export async function takeHint(
  learnerId: string,
  { showingId, number }: { readonly showingId: string; readonly number: number },
  locale: Locale,
): Promise<LabView> {
  const { key, closed } = await getLabShowing(learnerId, showingId);
  if (closed) throw new AppError('conflict');
  if (number > key.hints.length) throw new AppError('invalid');
  await pool().query(
    `UPDATE showings SET hints_at = hints_at || $4::timestamptz
     WHERE learner_id = $1::uuid AND id = $2::uuid AND closed_at IS NULL AND cardinality(hints_at) = $3::int - 1`,
    [learnerId, showingId, number, new Date(now()).toISOString()],
  );
  const view = await openLab(learnerId, showingId, locale);
  if (view.hints.length < number) throw new AppError('invalid');
  return view;
}
