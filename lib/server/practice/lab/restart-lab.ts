import 'server-only';
import { echoes, promptFor } from '@/lib/engine';
import { labProgress } from '@/lib/quiz/lab-progress';
import type { LabView } from '@/lib/quiz/practice';
import type { Locale } from '@/lib/quiz/types';
import { AppError } from '@/lib/server/app-error';
import { changeSandbox } from '@/lib/server/sandbox/change-sandbox';
import type { JournalInput } from '@/lib/server/sandbox/journal-record';
import { openSandbox } from '@/lib/server/sandbox/open-sandbox';
import { sandboxWorld } from '@/lib/server/sandbox/sandbox-world';
import { markOf, type LabMark } from './lab-mark';
import { getLabShowing } from './lab-showing';
import { openLab } from './open-lab';

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
  const sandboxId = lab.sandboxId ?? (await openSandbox({ learnerId, showingId })).id;
  const world = await sandboxWorld();
  const { start, facts } = lab;
  const isSame = (input: JournalInput) => input.kind === 'reset';
  await changeSandbox({ sandboxId, learnerId, commandKey, isSame }, async (_, { sandbox }) => {
    const before = await markOf(lab, sandbox);
    const progress = labProgress(facts, { start, now: start, world, before: null });
    const mark: LabMark = { progress, lines: 0, restarts: before.restarts + 1 };
    return {
      sandbox: start,
      entry: { input: { kind: 'reset' }, requests: [] },
      result: { prompt: promptFor(start, world), echo: echoes(start), lab: mark },
    };
  });
  return openLab(learnerId, showingId, locale);
}
