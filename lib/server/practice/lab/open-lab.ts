import 'server-only';
import { randomUUID } from 'node:crypto';
import { engineVersion } from '@/lib/engine';
import type { LabView } from '@/lib/quiz/practice';
import type { Locale } from '@/lib/quiz/types';
import { AppError } from '@/lib/server/app-error';
import { db } from '@/lib/server/db';
import { openSandbox } from '@/lib/server/sandbox/open-sandbox';
import { resetSandbox } from '@/lib/server/sandbox/reset-sandbox';
import { sandboxWorld } from '@/lib/server/sandbox/sandbox-world';
import { readSandbox, type StoredSandbox } from '@/lib/server/sandbox/stored-sandbox';
import { readLabLog } from './lab-log';
import { markOf } from './lab-mark';
import { getLabShowing } from './lab-showing';

/**
 * Opens the sandbox of a learner's hands-on question as it stands, whichever tab it was left in; the first time it is made, a copy of the variant's
 * setup. One that has expired begins anew.
 * @throws AppError 'not-found' when the learner has no such question
 */
export async function openLab(
  learnerId: string,
  showingId: string,
  locale: Locale,
): Promise<LabView> {
  const lab = await getLabShowing(learnerId, showingId);
  const sandboxId = lab.sandboxId ?? (await openSandbox({ learnerId, showingId })).id;
  const sandbox = await liveSandbox(sandboxId, learnerId);
  const { progress } = await markOf(lab, sandbox);
  const log = await readLabLog(db, { ...lab, sandboxId }, await sandboxWorld());
  const { lines, prompt, echo, restarts } = log;
  return {
    version: sandbox.version,
    lines,
    prompt,
    echo,
    progress,
    restarts,
    hints: lab.key.hints.slice(0, lab.hintsTaken).map((hint) => hint[locale]),
  };
}

async function liveSandbox(sandboxId: string, learnerId: string): Promise<StoredSandbox> {
  const { catalogue } = await sandboxWorld();
  const read = async () => {
    const found = await readSandbox(sandboxId, catalogue);
    if (found === null) throw new AppError('not-found');
    return found.sandbox;
  };
  const sandbox = await read();
  if (!sandbox.expired && sandbox.engineVersion === engineVersion) return sandbox;
  await resetSandbox({ sandboxId, learnerId, commandKey: randomUUID() });
  return read();
}
