import 'server-only';
import {
  complete,
  deserialise,
  echoes,
  promptFor,
  worldOf,
  type Sandbox,
  type World,
} from '@/lib/engine';
import { generateVariant } from '@/lib/quiz/generate-variant';
import { labFactsOf, playLab, type TypedLabRun } from '@/lib/quiz/lab-progress';
import type { SamplePlayed } from '@/lib/quiz/studio';
import type { Completion } from '@/lib/quiz/terminal';
import type { Locale, VariantKey } from '@/lib/quiz/types';
import { AppError } from '@/lib/server/app-error';
import { questionContext } from '@/lib/server/content/question-context';
import type { Asker } from '@/lib/server/permissions';
import { limit } from '@/lib/server/rate-limit';
import { shellHost } from '@/lib/server/sandbox/earlier-lines';
import { getOwnTemplate } from './own-template';
import { readDraft } from './read-draft';
import { readKnown } from './read-known';

/** What an author has typed into a hands-on sample of the text as it stands in the editor. */
export interface SamplePlay {
  readonly text: string;
  readonly seed: string;
  readonly lines: readonly string[];
}

/**
 * A hands-on sample's terminal after these lines, as a learner would see it. Nothing is stored: the lines are typed anew each time.
 * @throws AppError 'invalid' for a text that cannot be read or asks something else; otherwise as `checkDraft`
 */
export async function playSample(
  viewer: Asker,
  id: string,
  { hints, locale, ...play }: SamplePlay & { readonly hints: number; readonly locale: Locale },
): Promise<SamplePlayed> {
  const { key, start, run, now, world } = await played(viewer, id, play);
  return {
    version: run.steps.length,
    typedAt: run.steps.length,
    host: shellHost(world),
    earlier: run.steps.map(({ shown, after, printed }, i) => {
      const before = run.steps[i - 1]?.after ?? start;
      return {
        prompt: promptFor(before, world),
        line: shown.command,
        shown: printed,
        elapsedMs: after.now - before.now,
      };
    }),
    prompt: promptFor(now, world),
    echo: echoes(now),
    progress: run.progress.at(-1) ?? { goals: [], broken: [], reached: false },
    hints: key.hints.slice(0, hints).map((hint) => hint[locale]),
    restarts: 0,
    hasKeys: false,
    exitCode: run.steps.at(-1)?.shown.exitCode ?? 0,
  };
}

/**
 * What could stand at the cursor of a line that is being typed into a hands-on sample after these lines.
 * @throws AppError as `playSample`
 */
export async function completeInSample(
  viewer: Asker,
  id: string,
  { line, cursor, ...play }: SamplePlay & { readonly line: string; readonly cursor: number },
): Promise<Completion> {
  const { now, world } = await played(viewer, id, play);
  return complete(now, line.slice(0, cursor), world);
}

async function played(
  viewer: Asker,
  id: string,
  { text, seed, lines }: SamplePlay,
): Promise<{
  readonly key: Extract<VariantKey, { kind: 'lab' }>;
  readonly start: Sandbox;
  readonly run: TypedLabRun;
  readonly now: Sandbox;
  readonly world: World;
}> {
  await getOwnTemplate(viewer, id, 'edit:template:own');
  await limit('play-as', viewer.id);
  const context = await questionContext();
  const read = readDraft(text, id, await readKnown(context));
  if (!read.ok) throw new AppError('invalid');
  const made = generateVariant(read.value.template, seed, context);
  if (!made.ok) throw new AppError('invalid', { words: made.error.message });
  const { key, setup } = made.value;
  if (key.kind !== 'lab') throw new AppError('invalid');
  const start = deserialise(setup);
  const world = worldOf(context.catalogue, context.manual);
  const run = playLab(labFactsOf(key), start, lines, world);
  return { key, start, run, now: run.steps.at(-1)?.after ?? start, world };
}
