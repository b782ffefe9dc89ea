import { z } from 'zod';
import { err, ok, type Result } from '../kernel/result';
import { citationsIn } from './check-citations';
import type { SourceMark } from './citation';
import type { GlossaryTerm } from './course';
import { readEntries } from './course-file';
import { didYouMean } from './nearest-word';
import { glossaryKeys } from './schema/course-keys';
import type { KeyHelp } from './schema-problems';
import type { TemplateProblem } from './template-problem';

const text = z.string().min(1);
const words = z.strictObject({ ko: text, en: text });
export const glossarySchema = z.strictObject({
  id: text,
  term: words,
  also: z.strictObject({ ko: z.array(text), en: z.array(text) }).optional(),
  text: words,
  command: text.optional(),
  concepts: z.array(text).min(1),
  source: z.array(text).min(1).optional(),
});

const help: KeyHelp = { keys: glossaryKeys, schema: glossarySchema };

/**
 * Reads the words of the field (`content/glossary.yaml`). Ids are unique and fit for an address, no two terms of a language are said alike, concepts exist, citations lie
 * within their documents, a command is one of docker's. All problems are reported together.
 */
export function parseGlossary(
  yaml: string,
  file: string,
  known: {
    readonly concepts: ReadonlySet<string>;
    readonly lineCounts: Readonly<Partial<Record<SourceMark, number>>>;
  },
): Result<readonly GlossaryTerm[], readonly TemplateProblem[]> {
  const read = readEntries(yaml, file, glossarySchema, help);
  if (!read.ok) return read;
  const problems: TemplateProblem[] = [];
  const found = new Map<string, GlossaryTerm>();
  const said = new Set<string>();
  for (const entry of read.value) {
    const { value, problem } = entry;
    const { id, term, also = { ko: [], en: [] }, command, concepts } = value;
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
      problems.push(
        problem(['id'], `"${id}" cannot be a term's id`, 'write `some-name` in lower case'),
      );
    }
    if (found.has(id)) {
      problems.push(problem(['id'], `the term \`${id}\` is described twice`, 'describe it once'));
    }
    for (const language of ['ko', 'en'] as const) {
      const names = [
        { name: term[language], path: ['term', language] },
        ...also[language].map((name, i) => ({ name, path: ['also', language, i] })),
      ];
      for (const { name, path } of names) {
        const spoken = `${language} ${name.toLowerCase()}`;
        if (said.has(spoken)) {
          problems.push(problem(path, `"${name}" is said twice`, 'keep one of them'));
        }
        said.add(spoken);
      }
    }
    if (command !== undefined && !/^docker( |$)/.test(command)) {
      problems.push(
        problem(['command'], `\`${command}\` is no docker command`, 'write `docker …`, or none'),
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
    found.set(id, {
      id,
      term,
      also,
      text: value.text,
      command: command ?? null,
      concepts,
      sources: cited.sources,
    });
  }
  return problems.length > 0 ? err(problems) : ok([...found.values()]);
}
