import 'server-only';
import { changesBetween } from '@/lib/stage/changes-between';
import type { StageFrame } from '@/lib/stage/picture';
import { pictureOf } from '@/lib/stage/picture-of';
import { sentenceOf } from '@/lib/stage/sentence-of';
import { readSharedRun, replaySharedRun } from './read-shared-run';
import { sandboxWorld } from './sandbox-world';

/** The last steps of a longer run are shown. */
const MOST_FRAMES = 200;

/**
 * The steps of a shared run that still count, each with the host after it and the sentence of what it changed, in the reader's language.
 * @throws AppError as `replaySharedRun`
 */
export async function readRunFrames(
  key: string,
  locale: 'ko' | 'en',
): Promise<readonly StageFrame[]> {
  const world = await sandboxWorld();
  const [{ entries }, { beginning, steps }] = await Promise.all([
    readSharedRun(key),
    replaySharedRun(key),
  ]);
  const told = new Map(entries.map((entry) => [entry.position, entry]));
  const from = pictureOf(beginning, world);
  let before = from;
  const frames = steps.flatMap(({ position, after }): readonly StageFrame[] => {
    const entry = told.get(position);
    if (entry?.kind !== 'line' && entry?.kind !== 'request') return [];
    const picture = pictureOf(after, world);
    const shown =
      entry.kind === 'line'
        ? { command: entry.line, stdout: entry.shown, exitCode: entry.exitCode }
        : {
            command: `${entry.request.method} ${entry.request.path}`,
            stdout: '',
            exitCode: entry.status < 400 ? 0 : 1,
          };
    const prompt = entry.kind === 'line' ? entry.typedAt : '';
    const frame = {
      ...shown,
      stderr: '',
      ...(/^learner@/.test(prompt) || prompt === '' ? {} : { prompt }),
      change: sentenceOf(changesBetween(before, picture), shown, locale),
      picture,
      from: before,
    };
    before = picture;
    return [frame];
  });
  return frames.slice(-MOST_FRAMES);
}
