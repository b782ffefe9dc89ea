import { z } from 'zod';
import type { Result } from '../kernel/result';
import type { GlossaryTerm } from './course';
import { readEntries, type Entry } from './course-file';
import { courseText, courseWords } from './course-words';
import { readDescribed, type Describable } from './read-described';
import { glossaryKeys } from './schema/course-keys';
import type { KeyHelp } from './schema-problems';
import type { TemplateProblem } from './template-problem';

export const glossarySchema = z.strictObject({
  id: courseText,
  term: courseWords,
  also: z.strictObject({ ko: z.array(courseText), en: z.array(courseText) }).optional(),
  text: courseWords,
  command: courseText.optional(),
  concepts: z.array(courseText).min(1),
  source: z.array(courseText).min(1).optional(),
});
type RawTerm = z.infer<typeof glossarySchema>;

const help: KeyHelp = { keys: glossaryKeys, schema: glossarySchema };

/**
 * Reads the words of the field (`content/glossary.yaml`). Ids are unique and fit for an address, no two terms of a language are said alike, concepts exist, citations lie
 * within their documents, a command is one of docker's. All problems are reported together.
 */
export function parseGlossary(
  yaml: string,
  file: string,
  known: Describable,
): Result<readonly GlossaryTerm[], readonly TemplateProblem[]> {
  const said = new Set<string>();
  return readDescribed(
    readEntries(yaml, file, glossarySchema, help),
    'term',
    known,
    (entry) => mistakesOf(entry, said),
    ({ id, term, also = { ko: [], en: [] }, text, command = null, concepts }, sources) => ({
      id,
      term,
      also,
      text,
      command,
      concepts,
      sources,
    }),
  );
}

/** @param said what was said in the entries before, by language; gets what this one says */
function mistakesOf({ value, problem }: Entry<RawTerm>, said: Set<string>): TemplateProblem[] {
  const { id, term, also, command } = value;
  const problems: TemplateProblem[] = [];
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))
    problems.push(
      problem(['id'], `"${id}" cannot be a term's id`, 'write `some-name` in lower case'),
    );
  for (const language of ['ko', 'en'] as const) {
    const names = [
      { name: term[language], path: ['term', language] },
      ...(also?.[language] ?? []).map((name, i) => ({ name, path: ['also', language, i] })),
    ];
    for (const { name, path } of names) {
      const spoken = `${language} ${name.toLowerCase()}`;
      if (said.has(spoken))
        problems.push(problem(path, `"${name}" is said twice`, 'keep one of them'));
      said.add(spoken);
    }
  }
  if (command !== undefined && !/^docker( |$)/.test(command))
    problems.push(
      problem(['command'], `\`${command}\` is no docker command`, 'write `docker …`, or none'),
    );
  return problems;
}
