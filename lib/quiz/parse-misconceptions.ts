import { z } from 'zod';
import type { Result } from '../kernel/result';
import { misconceptionIds } from '../engine';
import type { MisconceptionWords } from './course';
import { readEntries } from './course-file';
import { courseText, courseWords } from './course-words';
import { didYouMean } from './nearest-word';
import { misreadings } from './parts-reading';
import { readDescribed, type Describable } from './read-described';
import { misconceptionKeys } from './schema/course-keys';
import type { KeyHelp } from './schema-problems';
import type { TemplateProblem } from './template-problem';

export const misconceptionSchema = z.strictObject({
  id: courseText,
  belief: courseWords,
  answer: courseWords,
  concepts: z.array(courseText).min(1),
  source: z.array(courseText).optional(),
});

const help: KeyHelp = { keys: misconceptionKeys, schema: misconceptionSchema };

/**
 * Reads the words of the misconceptions (`content/misconceptions.yaml`). Each id must be one that the engine implements or a misreading of names. All
 * problems are reported together.
 */
export function parseMisconceptions(
  yaml: string,
  file: string,
  known: Describable,
): Result<readonly MisconceptionWords[], readonly TemplateProblem[]> {
  const implemented = new Set<string>([...misconceptionIds, ...Object.keys(misreadings)]);
  return readDescribed(
    readEntries(yaml, file, misconceptionSchema, help),
    'misconception',
    known,
    ({ value: { id }, problem }) =>
      implemented.has(id)
        ? []
        : [
            problem(
              ['id'],
              `the engine has no misconception \`${id}\``,
              didYouMean(id, implemented),
            ),
          ],
    ({ id, belief, answer, concepts }, sources) => ({ id, belief, answer, concepts, sources }),
  );
}
