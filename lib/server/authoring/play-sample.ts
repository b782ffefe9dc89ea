import 'server-only';
import { deserialise, echoes, promptFor, worldOf } from '@/lib/engine';
import { generateVariant } from '@/lib/quiz/generate-variant';
import { labFactsOf, playLab } from '@/lib/quiz/lab-progress';
import type { LabView } from '@/lib/quiz/practice';
import type { Locale } from '@/lib/quiz/types';
import { AppError } from '@/lib/server/app-error';
import { questionContext } from '@/lib/server/content/question-context';
import type { Asker } from '@/lib/server/permissions';
import { limit } from '@/lib/server/rate-limit';
import { getOwnTemplate } from './own-template';
import { readDraft } from './read-draft';
import { readKnown } from './read-known';

/** What an author has typed into a hands-on sample of the text as it stands in the editor. */
export interface SamplePlay {
  readonly text: string;
  readonly seed: string;
  readonly lines: readonly string[];
  readonly hints: number;
  readonly locale: Locale;
}

/**
 * A hands-on sample's terminal after these lines, as a learner would see it. Nothing is stored: the lines are typed anew each time.
 * @throws AppError 'invalid' for a text that cannot be read or asks something else; otherwise as `checkDraft`
 */
export async function playSample(
  viewer: Asker,
  id: string,
  { text, seed, lines, hints, locale }: SamplePlay,
): Promise<LabView> {
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
  const { steps, progress } = playLab(labFactsOf(key), start, lines, world);
  const now = steps.at(-1)?.after ?? start;
  return {
    version: steps.length,
    lines: steps.map(({ shown, after }, i) => {
      const before = steps[i - 1]?.after ?? start;
      return { ...shown, prompt: promptFor(before, world), elapsedMs: after.now - before.now };
    }),
    prompt: promptFor(now, world),
    echo: echoes(now),
    progress: progress.at(-1) ?? { goals: [], broken: [], reached: false },
    hints: key.hints.slice(0, hints).map((hint) => hint[locale]),
    restarts: 0,
  };
}
