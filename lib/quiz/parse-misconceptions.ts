import { z } from 'zod';
import { err, ok, type Result } from '../kernel/result';
import { misconceptionIds } from '../engine';
import { citationsIn } from './check-citations';
import type { SourceMark } from './citation';
import type { MisconceptionWords } from './course';
import { readEntries } from './course-file';
import { didYouMean } from './nearest-word';
import { misreadings } from './parts-reading';
import { misconceptionKeys } from './schema/course-keys';
import type { KeyHelp } from './schema-problems';
import type { TemplateProblem } from './template-problem';

const text = z.string().min(1);
const words = z.strictObject({ ko: text, en: text });
export const misconceptionSchema = z.strictObject({
  id: text,
  belief: words,
  answer: words,
  concepts: z.array(text).min(1),
  source: z.array(text).optional(),
});

const help: KeyHelp = { keys: misconceptionKeys, schema: misconceptionSchema };

/**
 * Reads the words of the misconceptions (`content/misconceptions.yaml`). Each id must be one that the engine implements or a misreading of names. All
 * problems are reported together.
 */
export function parseMisconceptions(
  yaml: string,
  file: string,
  known: {
    readonly concepts: ReadonlySet<string>;
    readonly lineCounts: Readonly<Partial<Record<SourceMark, number>>>;
  },
): Result<readonly MisconceptionWords[], readonly TemplateProblem[]> {
  const read = readEntries(yaml, file, misconceptionSchema, help);
  if (!read.ok) return read;
  const problems: TemplateProblem[] = [];
  const implemented = new Set<string>([...misconceptionIds, ...Object.keys(misreadings)]);
  const found = new Map<string, MisconceptionWords>();
  for (const entry of read.value) {
    const { value, problem } = entry;
    const { id, belief, answer, concepts } = value;
    if (!implemented.has(id)) {
      problems.push(
        problem(['id'], `the engine has no misconception \`${id}\``, didYouMean(id, implemented)),
      );
    }
    if (found.has(id)) {
      problems.push(
        problem(['id'], `the misconception \`${id}\` is described twice`, 'describe it once'),
      );
    }
    concepts.forEach((concept, i) => {
      if (known.concepts.has(concept)) return;
      problems.push(
        problem(
          ['concepts', i],
          `there is no concept \`${concept}\``,
          didYouMean(concept, known.concepts),
        ),
      );
    });
    const cited = citationsIn(entry, known.lineCounts);
    problems.push(...cited.problems);
    found.set(id, { id, belief, answer, concepts, sources: cited.sources });
  }
  return problems.length > 0 ? err(problems) : ok([...found.values()]);
}
