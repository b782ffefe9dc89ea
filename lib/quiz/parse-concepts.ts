import { z } from 'zod';
import { err, ok, type Result } from '../kernel/result';
import { citationsIn } from './check-citations';
import type { SourceMark } from './citation';
import type { Concept } from './course';
import { readEntries, type Entry } from './course-file';
import { courseText, courseWords } from './course-words';
import { unknownConcepts } from './read-described';
import { conceptKeys } from './schema/course-keys';
import type { KeyHelp } from './schema-problems';
import type { TemplateProblem } from './template-problem';

export const conceptSchema = z.strictObject({
  id: courseText,
  title: courseWords,
  statement: courseWords,
  text: courseWords,
  needs: z.array(courseText).optional(),
  source: z.array(courseText).min(1),
});
type RawConcept = z.infer<typeof conceptSchema>;

const help: KeyHelp = { keys: conceptKeys, schema: conceptSchema };

/** A YAML text and the name it is reported under. */
export interface NamedText {
  readonly text: string;
  readonly file: string;
}

/**
 * Reads the concepts of one or several files (`content/concepts.yaml`), in teaching order. Ids are unique, prerequisites exist and
 * make no circle, citations lie within their documents. All problems are reported together.
 */
export function parseConcepts(
  files: readonly NamedText[],
  lineCounts: Readonly<Partial<Record<SourceMark, number>>>,
): Result<readonly Concept[], readonly TemplateProblem[]> {
  const problems: TemplateProblem[] = [];
  const entries: Entry<RawConcept>[] = [];
  for (const { text: yaml, file } of files) {
    const read = readEntries(yaml, file, conceptSchema, help);
    if (read.ok) entries.push(...read.value);
    else problems.push(...read.error);
  }
  const concepts = new Map<string, Concept>();
  for (const entry of entries) {
    const { value, problem } = entry;
    if (!/^[a-z][a-z0-9]*\.[a-z0-9]+(-[a-z0-9]+)*$/.test(value.id)) {
      problems.push(
        problem(
          ['id'],
          `"${value.id}" cannot be a concept's id`,
          'write `group.some-name` in lower case',
        ),
      );
    }
    if (concepts.has(value.id)) {
      problems.push(
        problem(['id'], `the concept \`${value.id}\` is declared twice`, 'declare it once'),
      );
    }
    const cited = citationsIn(entry, lineCounts);
    problems.push(...cited.problems);
    const { id, title, statement, text: paragraph, needs = [] } = value;
    concepts.set(id, { id, title, statement, text: paragraph, needs, sources: cited.sources });
  }
  const declared = new Set(concepts.keys());
  for (const entry of entries) {
    const { id, needs = [] } = entry.value;
    problems.push(...unknownConcepts(entry, ['needs'], needs, declared));
    needs.forEach((need, i) => {
      if (!declared.has(need) || !circleFrom(id, need, concepts)) return;
      problems.push(
        entry.problem(
          ['needs', i],
          `\`${need}\` itself needs \`${id}\``,
          'remove one of the two: prerequisites may not go in a circle',
        ),
      );
    });
  }
  return problems.length > 0 ? err(problems) : ok([...concepts.values()]);
}

/** Whether the prerequisites of `from` lead back to `target`. */
function circleFrom(target: string, from: string, concepts: ReadonlyMap<string, Concept>): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === target) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...(concepts.get(id)?.needs ?? []));
  }
  return false;
}
