import 'server-only';
import type { LabView } from '@/lib/quiz/lab-contract';
import type { Locale } from '@/lib/quiz/types';
import { AppError } from '@/lib/server/app-error';
import { resetSandbox } from '@/lib/server/sandbox/reset-sandbox';
import { getLabShowing } from './lab-showing';
import { labSandboxId, openLab } from './open-lab';

/**
 * Sets a hands-on question's sandbox up anew: what was typed no longer counts, the hints stay. It is an entry of the journal like any other.
 * @throws AppError 'not-found' when the learner has no such question; 'conflict' when it is answered
 */
export async function restartLab(
  learnerId: string,
  { showingId, commandKey }: { readonly showingId: string; readonly commandKey: string },
  locale: Locale,
): Promise<LabView> {
  const lab = await getLabShowing(learnerId, showingId);
  if (lab.closed) throw new AppError('conflict');
  const sandboxId = await labSandboxId(lab);
  await resetSandbox({ sandboxId, learnerId, commandKey });
  return openLab(learnerId, showingId, locale);
}
