import { z } from 'zod';
import { err, ok, type Result } from '../kernel/result';
import { parseLines, sourceMarks, type SourceMark } from './citation';
import type { SourceDocument, SourceStatement } from './course';
import { readEntry } from './course-file';
import { courseText, courseWords } from './course-words';
import { unknownConcepts } from './read-described';
import { sourceKeys } from './schema/course-keys';
import type { KeyHelp } from './schema-problems';
import type { TemplateProblem } from './template-problem';

const command = z.strictObject({ shown: courseText, forms: z.array(courseText).min(1) });
const statement = z.strictObject({
  lines: courseText,
  ko: courseText,
  en: courseText,
  concepts: z.array(courseText).min(1).optional(),
  aside: courseText.optional(),
  commands: z.array(command).min(1).optional(),
  note: courseWords.optional(),
});
export const sourceSchema = z.strictObject({
  source: z.enum(sourceMarks),
  file: courseText,
  lines: courseText,
  statements: z.array(statement).min(1),
});

const help: KeyHelp = { keys: sourceKeys, schema: sourceSchema };

/** Reads one source document's statements (`content/sources/S*.yaml`), without the concepts they name. */
export function parseSource(
  yaml: string,
  file: string,
): Result<SourceDocument, readonly TemplateProblem[]> {
  const entry = readEntry(yaml, file, sourceSchema, help);
  if (!entry.ok) return entry;
  const { value, problem } = entry.value;
  const problems: TemplateProblem[] = [];
  const count = /^[1-9]\d{0,5}$/.test(value.lines) ? Number(value.lines) : 0;
  if (count === 0) {
    problems.push(
      problem(['lines'], `"${value.lines}" is not a number of lines`, 'write `lines: 85`'),
    );
  }
  const statements: SourceStatement[] = [];
  let end = 0;
  value.statements.forEach((raw, index) => {
    const at = (key: string) => ['statements', index, key];
    const range = parseLines(raw.lines);
    if (!range.ok) {
      problems.push(problem(at('lines'), range.error, "write `lines: '41-43'` or `lines: '54'`"));
      return;
    }
    const { from, to } = range.value;
    if (count > 0 && to > count) {
      problems.push(
        problem(at('lines'), `the document has only ${count} lines`, 'mend the range or `lines`'),
      );
    }
    if (from <= end) {
      problems.push(
        problem(
          at('lines'),
          `line ${from} is in an earlier range`,
          'write ranges in order, without overlaps',
        ),
      );
    }
    end = Math.max(end, to);
    if ((raw.concepts === undefined) === (raw.aside === undefined)) {
      problems.push(
        problem(
          ['statements', index],
          raw.aside === undefined
            ? 'nothing teaches this statement'
            : 'an aside is taught by nothing',
          'write either `concepts: […]` or `aside: reason`',
        ),
      );
    }
    statements.push({
      from,
      to,
      words: { ko: raw.ko, en: raw.en },
      concepts: raw.concepts ?? [],
      aside: raw.aside ?? null,
      commands: raw.commands ?? [],
      note: raw.note ?? null,
    });
  });
  return problems.length > 0
    ? err(problems)
    : ok({ source: value.source, file: value.file, lineCount: count, statements });
}

/** Statements that name a concept that does not exist, told at their lines. */
export function checkSourceConcepts(
  yaml: string,
  file: string,
  concepts: ReadonlySet<string>,
): readonly TemplateProblem[] {
  const entry = readEntry(yaml, file, sourceSchema, help);
  if (!entry.ok) return [];
  const { value } = entry;
  return value.value.statements.flatMap(({ concepts: named = [] }, index) =>
    unknownConcepts(value, ['statements', index, 'concepts'], named, concepts),
  );
}

/** How many lines each document has, for checking citations. */
export function lineCounts(
  sources: readonly SourceDocument[],
): Readonly<Partial<Record<SourceMark, number>>> {
  return Object.fromEntries(sources.map(({ source, lineCount }) => [source, lineCount]));
}
