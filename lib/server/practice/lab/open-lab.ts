import 'server-only';
import type { LabView } from '@/lib/quiz/practice';
import type { Locale } from '@/lib/quiz/types';
import { AppError } from '@/lib/server/app-error';
import { db } from '@/lib/server/db';
import { openSandbox } from '@/lib/server/sandbox/open-sandbox';
import { sandboxWorld } from '@/lib/server/sandbox/sandbox-world';
import { readSandbox } from '@/lib/server/sandbox/stored-sandbox';
import { readLabLog } from './lab-log';
import { markOf } from './lab-mark';
import { getLabShowing } from './lab-showing';

/**
 * Opens the sandbox of a learner's hands-on question as it stands, whichever tab it was left in; the first time it is made, a copy of the
 * variant's setup.
 * @throws AppError 'not-found' when the learner has no such question; 'invalid' in words when its sandbox has expired
 */
export async function openLab(
  learnerId: string,
  showingId: string,
  locale: Locale,
): Promise<LabView> {
  const lab = await getLabShowing(learnerId, showingId);
  const sandboxId = lab.sandboxId ?? (await openSandbox({ learnerId, showingId })).id;
  const world = await sandboxWorld();
  const found = await readSandbox(sandboxId, world.catalogue);
  if (found === null) throw new AppError('not-found');
  if (found.sandbox.expired) throw expiredLab(locale);
  const { progress, restarts } = await markOf(lab, found.sandbox);
  const { lines, prompt, echo } = await readLabLog(db, { ...lab, sandboxId }, world);
  return {
    version: found.sandbox.version,
    lines,
    prompt,
    echo,
    progress,
    restarts,
    hints: lab.key.hints.slice(0, lab.hintsTaken).map((hint) => hint[locale]),
  };
}

/** The rows of the sandbox are gone: it can only be given up. */
function expiredLab(locale: Locale): AppError {
  const words = {
    ko: '이 실습 환경은 오래 쓰지 않아 정리되었어요. 포기하면 풀이를 볼 수 있고, 문제는 곧 새로 나와요.',
    en: 'This sandbox was not used for long and has been cleared. Give up to see the solution; the question comes back soon.',
  };
  return new AppError('invalid', { words: words[locale] });
}
