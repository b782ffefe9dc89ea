import 'server-only';
import { AppError } from '@/lib/server/app-error';
import { pool } from '@/lib/server/db';
import { expireStatement } from './expire-sandboxes';
import { forgetSandbox } from './sandbox-cache';

/**
 * Lets a learner's own sandbox of free play expire now. Its journal stays, and a reset begins it again.
 * @throws AppError 'not-found' when the learner has no such sandbox, or it has expired already
 */
export async function dropSandbox(learnerId: string, sandboxId: string): Promise<void> {
  const { text, values } = expireStatement(
    `kind = 'free' AND expired_at IS NULL AND id = $2::uuid AND learner_id = $3::uuid`,
    [sandboxId, learnerId],
  );
  const { rowCount } = await pool().query(text, values);
  if (rowCount !== 1) throw new AppError('not-found');
  forgetSandbox(sandboxId);
}
