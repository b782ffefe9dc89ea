import 'server-only';
import type { Completion } from '@/lib/quiz/terminal';
import { completeLine } from '@/lib/server/sandbox/complete-line';
import { getLabShowing } from './lab-showing';
import { labSandboxId } from './open-lab';

/**
 * What could stand at the cursor of a line that is being typed into a hands-on question's terminal.
 * @throws AppError 'not-found' when the learner has no such question
 */
export async function completeLabLine(
  learnerId: string,
  {
    showingId,
    text,
    cursor,
  }: { readonly showingId: string; readonly text: string; readonly cursor: number },
): Promise<Completion> {
  const sandboxId = await labSandboxId(await getLabShowing(learnerId, showingId));
  return completeLine({ learnerId, sandboxId, text, cursor });
}
