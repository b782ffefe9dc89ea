import { fromOldPicture } from '../stage/old-picture';
import type { StageFrame } from '../stage/picture';
import { sentenceOf } from '../stage/sentence-of';
import type { Locale, OldRunStep, RunStep } from './types';

/** A step in the reader's language. Proofs made before the engine stage keep less of the host. */
export function frameOfStep(step: RunStep | OldRunStep, locale: Locale): StageFrame {
  const { command, prompt, stdout, stderr, exitCode } = step;
  return {
    command,
    ...(prompt === undefined ? {} : { prompt }),
    stdout,
    stderr,
    exitCode,
    change: step.change?.[locale] ?? sentenceOf([], step, locale),
    picture: 'picture' in step ? step.picture : fromOldPicture(step),
    ...('from' in step ? { from: step.from } : {}),
  };
}
