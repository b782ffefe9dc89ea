import 'server-only';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogueData } from '@/content/catalogue';
import { manualData } from '@/content/manual';
import { buildCatalogue, buildManual, type Catalogue, type Manual } from '@/lib/engine';
import { err, ok, type Result } from '@/lib/kernel/result';
import type { Concept, GlossaryTerm, MisconceptionWords, SourceDocument } from '@/lib/quiz/course';
import type { Known } from '@/lib/quiz/known';
import type { Readings } from '@/lib/quiz/korean';
import { parseConcepts, type NamedText } from '@/lib/quiz/parse-concepts';
import { parseGlossary } from '@/lib/quiz/parse-glossary';
import { parseMisconceptions } from '@/lib/quiz/parse-misconceptions';
import { parseReadings } from '@/lib/quiz/parse-readings';
import { checkSourceConcepts, lineCounts, parseSource } from '@/lib/quiz/parse-sources';
import { parseTemplates } from '@/lib/quiz/parse-templates';
import { catalogueNames } from '@/lib/quiz/stage';
import type { Template } from '@/lib/quiz/template';
import type { TemplateProblem } from '@/lib/quiz/template-problem';

/** The whole course, checked. */
export interface Course {
  readonly concepts: readonly Concept[];
  readonly misconceptions: readonly MisconceptionWords[];
  readonly glossary: readonly GlossaryTerm[];
  readonly sources: readonly SourceDocument[];
  readonly readings: Readings;
  /** Questions and flashcards, in the order of the files. */
  readonly templates: readonly Template[];
  readonly catalogue: Catalogue;
  readonly manual: Manual;
}

type Problems = readonly TemplateProblem[];

/** The YAML files of a folder of `content/`, by name. */
function yamlFiles(root: string, folder: string): NamedText[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => entry.name)
    .sort()
    .map((name) => yamlFile(root, join(folder, name)));
}

function yamlFile(root: string, path: string): NamedText {
  return { text: readFileSync(join(root, path), 'utf8'), file: `content/${path}` };
}

/**
 * Reads the course from a `content/` folder. Either everything is right, or every problem of every file is returned and nothing is loaded. What depends on a
 * broken file (templates on concepts) is checked once that file is mended.
 *
 * @param root the path of the folder `content`
 */
export function readContent(root: string): Result<Course, Problems> {
  const problems: TemplateProblem[] = [];
  const keep = <T>(result: Result<T, Problems>): T | null => {
    if (result.ok) return result.value;
    problems.push(...result.error);
    return null;
  };

  const sourceFiles = yamlFiles(root, 'sources');
  const sources = sourceFiles.flatMap(({ text, file }) => keep(parseSource(text, file)) ?? []);
  const counts = lineCounts(sources);
  const readingsFile = yamlFile(root, 'readings.yaml');
  const readings = keep(parseReadings(readingsFile.text, readingsFile.file));
  if (problems.length > 0) return err(problems);

  const concepts = keep(parseConcepts([yamlFile(root, 'concepts.yaml')], counts));
  if (concepts === null) return err(problems);
  const conceptIds = new Set(concepts.map(({ id }) => id));
  for (const { text, file } of sourceFiles) {
    problems.push(...checkSourceConcepts(text, file, conceptIds));
  }
  const misconceptionsFile = yamlFile(root, 'misconceptions.yaml');
  const misconceptions = keep(
    parseMisconceptions(misconceptionsFile.text, misconceptionsFile.file, {
      concepts: conceptIds,
      lineCounts: counts,
    }),
  );
  const glossaryFile = yamlFile(root, 'glossary.yaml');
  const glossary = keep(
    parseGlossary(glossaryFile.text, glossaryFile.file, {
      concepts: conceptIds,
      lineCounts: counts,
    }),
  );
  if (misconceptions === null || glossary === null || readings === null) return err(problems);

  const catalogue = buildCatalogue(catalogueData);
  const known: Known = {
    concepts: conceptIds,
    misconceptions: new Set(misconceptions.map(({ id }) => id)),
    images: new Set(catalogueNames({ catalogue })),
    sourceLines: counts,
    sourceRequired: true,
  };
  const templates = [...yamlFiles(root, 'templates'), ...yamlFiles(root, 'flashcards')].flatMap(
    ({ text, file }) => keep(parseTemplates(text, file, known)) ?? [],
  );
  problems.push(...repeatedIds(templates));
  if (problems.length > 0) return err(problems);
  const manual = buildManual(manualData);
  return ok({
    concepts,
    misconceptions,
    glossary,
    sources,
    readings,
    templates,
    catalogue,
    manual,
  });
}

/** Templates that share an id although they stand in different files. */
function repeatedIds(templates: readonly Template[]): TemplateProblem[] {
  const first = new Map<string, Template>();
  return templates.flatMap((template) => {
    const earlier = first.get(template.id);
    if (earlier === undefined) {
      first.set(template.id, template);
      return [];
    }
    const { line, column } = template.positions['id'] ?? { line: 1, column: 1 };
    return [
      {
        file: template.file,
        line,
        column,
        message: `the id \`${template.id}\` is already used in ${earlier.file}`,
        instead: 'give each template an id of its own',
      },
    ];
  });
}
