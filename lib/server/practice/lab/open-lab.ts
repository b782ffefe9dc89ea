import 'server-only';
import { randomUUID } from 'node:crypto';
import { echoes, promptFor } from '@/lib/engine';
import type { LabView } from '@/lib/quiz/lab-contract';
import type { Locale } from '@/lib/quiz/types';
import { AppError } from '@/lib/server/app-error';
import { carryOver } from '@/lib/server/sandbox/carry-over';
import { earlierLines, shellHost, SHOWN_ENTRIES } from '@/lib/server/sandbox/earlier-lines';
import { countKeys } from '@/lib/server/sandbox/engine-keys';
import { openSandbox } from '@/lib/server/sandbox/open-sandbox';
import { readEntries } from '@/lib/server/sandbox/read-journal';
import { resetSandbox } from '@/lib/server/sandbox/reset-sandbox';
import { isOutdated } from '@/lib/server/sandbox/sandbox-over';
import { sandboxWorld } from '@/lib/server/sandbox/sandbox-world';
import { overPool, readSandbox, type StoredSandbox } from '@/lib/server/sandbox/stored-sandbox';
import { getLabShowing, type LabShowing } from './lab-showing';
import { standingOf } from './lab-standing';

/**
 * Opens the sandbox of a learner's hands-on question as it stands, whichever tab it was left in and whichever door it was changed through; the first time it is made,
 * a copy of the variant's setup. One that has expired begins anew.
 * @throws AppError 'not-found' when the learner has no such question
 */
export async function openLab(
  learnerId: string,
  showingId: string,
  locale: Locale,
): Promise<LabView> {
  return viewOf(await getLabShowing(learnerId, showingId), locale);
}

/**
 * As `openLab`, where the sandbox is no longer in the version that is known; null where it is.
 * @throws AppError as `openLab`
 */
export async function followLab(
  learnerId: string,
  { showingId, version }: { readonly showingId: string; readonly version: number },
  locale: Locale,
): Promise<LabView | null> {
  const lab = await getLabShowing(learnerId, showingId);
  return lab.sandbox?.version === version ? null : viewOf(lab, locale);
}

/** The id of a hands-on question's sandbox, which is made if it is not there. */
export async function labSandboxId({
  sandbox,
  learnerId,
  id: showingId,
}: Pick<LabShowing, 'sandbox' | 'learnerId' | 'id'>): Promise<string> {
  return sandbox?.id ?? (await openSandbox({ learnerId, showingId })).id;
}

async function viewOf(lab: LabShowing, locale: Locale): Promise<LabView> {
  const sandboxId = await labSandboxId(lab);
  const { version, state } = await liveSandbox(sandboxId, lab.learnerId);
  const [world, standing, entries, keys] = await Promise.all([
    sandboxWorld(),
    standingOf(lab, { sandboxId, version }, overPool),
    readEntries(overPool, sandboxId, version, SHOWN_ENTRIES),
    countKeys(sandboxId),
  ]);
  return {
    version,
    typedAt: entries.findLast(({ kind }) => kind !== 'request' && kind !== 'wait')?.position ?? 0,
    host: shellHost(world),
    prompt: promptFor(state, world),
    echo: echoes(state),
    earlier: earlierLines(entries),
    progress: standing.progress,
    restarts: standing.restarts,
    hints: lab.key.hints.slice(0, lab.hintsTaken).map((hint) => hint[locale]),
    hasKeys: keys > 0,
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
  if (!sandbox.expired && !isOutdated(sandbox)) return sandbox;
  if (sandbox.expired || !(await isCarriedOver(sandboxId)))
    await resetSandbox({ sandboxId, learnerId, commandKey: randomUUID() });
  return read();
}

/** False where this version of the engine cannot play what was typed. */
async function isCarriedOver(sandboxId: string): Promise<boolean> {
  try {
    await carryOver(sandboxId);
    return true;
  } catch (failure) {
    if (failure instanceof AppError && failure.kind === 'conflict') return false;
    throw failure;
  }
}
