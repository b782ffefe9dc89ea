import 'server-only';
import type { Sandbox } from '@/lib/engine';
import { labProgress, type LabFacts, type LabRun } from '@/lib/quiz/lab-progress';
import type { Locale } from '@/lib/quiz/types';
import { readEntries } from '@/lib/server/sandbox/read-journal';
import { readCounting, replay } from '@/lib/server/sandbox/replay-journal';
import { sandboxWorld } from '@/lib/server/sandbox/sandbox-world';
import type { Query } from '@/lib/server/sandbox/stored-sandbox';
import { playedSteps } from '@/lib/server/stage/played-steps';
import { labEntryLimit } from './lab-standing';

/** Which run is read: of this question, in this sandbox, up to this entry of its journal. */
interface LabRunAsk {
  readonly facts: LabFacts;
  readonly start: Sandbox;
  readonly sandboxId: string;
  readonly through: number;
  readonly locale: Locale;
}

/** What a hands-on question's sandbox went through, whichever door it came through, up to the step that reached the goal. */
export async function readLabRun(
  query: Query,
  { facts, start, sandboxId, through, locale }: LabRunAsk,
): Promise<LabRun> {
  const world = await sandboxWorld();
  const counting = (await readCounting(query, sandboxId, through)).slice(0, labEntryLimit);
  const progress = [labProgress(facts, { start, now: start, world, before: null })];
  const steps = [];
  for (const step of replay(start, counting, world)) {
    const before = progress.at(-1) ?? null;
    if (before?.reached === true) break;
    steps.push(step);
    progress.push(labProgress(facts, { start, now: step.after, world, before }));
  }
  const first = steps[0]?.position ?? through;
  const entries = await readEntries(query, sandboxId, through, through - first + 1);
  return { steps: playedSteps(steps, entries, locale), progress };
}
