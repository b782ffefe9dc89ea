import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { assignmentCount } from '@/lib/quiz/parameters';
import { parseConcepts } from '@/lib/quiz/parse-concepts';
import { parseGlossary } from '@/lib/quiz/parse-glossary';
import { parseMisconceptions } from '@/lib/quiz/parse-misconceptions';
import { parseReadings } from '@/lib/quiz/parse-readings';
import { lineCounts, parseSource } from '@/lib/quiz/parse-sources';
import { parseTemplates } from '@/lib/quiz/parse-templates';
import { proofLines, proofTotal, totalLine, unreadLines } from '@/lib/quiz/proof-lines';
import { proveTemplate } from '@/lib/quiz/prove-template';
import { catalogueNames } from '@/lib/quiz/stage';
import { problemLine, type TemplateProblem } from '@/lib/quiz/template-problem';
import { kinds } from '@/lib/quiz/types';
import { readContent } from '@/lib/server/content/read-content';

const content = readContent('content');
if (!content.ok) throw new Error(content.error.map(problemLine).join('\n'));
const course = content.value;
const counts = lineCounts(course.sources);
const known = {
  concepts: new Set(course.concepts.map(({ id }) => id)),
  misconceptions: new Set(course.misconceptions.map(({ id }) => id)),
  images: new Set(catalogueNames(course)),
  sourceLines: counts,
  sourceRequired: true,
};
const cited = { concepts: known.concepts, lineCounts: counts };

/** The blocks of the page, in order. */
const blocks = [
  ...readFileSync('docs/authoring.md', 'utf8').matchAll(/^```(\w*)\n([^]*?)^```$/gm),
].map(([, language = '', text = '']) => ({ language, text }));
const yamls = blocks.flatMap(({ language, text }) => (language === 'yaml' ? [text] : []));

const isTemplate = (yaml: string): boolean => /^(#.*\n)?- id: .*\n {2}concept: /.test(yaml);
const isParameters = (yaml: string): boolean => yaml.startsWith('with:\n');
const fileOf = (yaml: string): string => /^# (content\/\S+)\n/.exec(yaml)?.[1] ?? '';

type Read =
  { readonly ok: true } | { readonly ok: false; readonly error: readonly TemplateProblem[] };

/** How the examples of the course's other files are read, by the file that their first line names. */
const readers: Readonly<Record<string, (yaml: string, file: string) => Read>> = {
  'content/concepts.yaml': (text, file) => {
    // What an example needs stands elsewhere in the course.
    const needed = z
      .array(z.object({ needs: z.array(z.string()) }))
      .parse(parse(text))
      .flatMap(({ needs }) => needs);
    const words = '{ ko: ㄱ, en: a }';
    const others = needed.map((id) => ({
      text: `- id: ${id}\n  title: ${words}\n  statement: ${words}\n  text: ${words}\n  source: [S0#1]\n`,
      file: 'others',
    }));
    return parseConcepts([...others, { text, file }], counts);
  },
  'content/misconceptions.yaml': (text, file) => parseMisconceptions(text, file, cited),
  'content/sources/S0.yaml': parseSource,
  'content/readings.yaml': parseReadings,
  'content/glossary.yaml': (text, file) => parseGlossary(text, file, cited),
};

const FIRST = 'content/templates/first.yaml';
const first = yamls[0] ?? '';

/** A card that says every parameter of a `with`, to see them drawn. */
function cardWith(yaml: string): string {
  const keys = Object.keys(
    z.object({ with: z.record(z.string(), z.unknown()) }).parse(parse(yaml)).with,
  );
  const names = keys.flatMap((key) => key.split(',').map((name) => `<${name.trim()}>`));
  const said = `{ ko: '${names.join(' ')}', en: '${names.join(' ')}' }`;
  return `- id: parameters
  concept: lifecycle.paused
${yaml.replace(/^/gm, '  ').trimEnd()}
  ask: ${said}
  flashcard: { back: { ko: 그래요, en: Yes } }
  source: [S0#41-43]
`;
}

/** What is said against templates: mistakes, and what a short proof finds. Of statements more variants are needed to see them change. */
function against(yaml: string): readonly string[] {
  const parsed = parseTemplates(yaml, 'docs/authoring.md', known);
  if (!parsed.ok) return parsed.error.map(problemLine);
  return parsed.value.flatMap((template) => {
    const seeds = template.kind === 'several' ? 40 : 8;
    return proveTemplate(template, course, { seeds, samples: 0 }).problems.map(problemLine);
  });
}

/** What `npm run prove -- --only …` prints when the file of the first question holds this text. */
function printed(yaml: string): string {
  const parsed = parseTemplates(yaml, FIRST, known);
  const reports = parsed.ok
    ? parsed.value.map((template) => proveTemplate(template, course, { samples: 0 }))
    : [];
  const lines = parsed.ok
    ? [...reports.flatMap(proofLines), totalLine(proofTotal(reports))]
    : unreadLines(parsed.error);
  return `${lines.join('\n')}\n`;
}

/** The first question after a change that the page shows as a diff. */
function changed(diff: string): string {
  const side = (sign: string): string =>
    diff
      .split('\n')
      .flatMap((line) => (line.startsWith(sign) ? [`${line.slice(1)}\n`] : []))
      .join('');
  expect(first).toContain(side('-'));
  return first.replace(side('-'), () => side('+'));
}

describe('the examples that the authoring page teaches with', () => {
  test('show every kind of question, and both ways to order', () => {
    const shows = (key: string): boolean =>
      yamls.some((yaml) => isTemplate(yaml) && yaml.includes(`\n  ${key}`));
    expect(kinds.filter((kind) => !shows(`${kind}:\n`))).toEqual([]);
    expect([shows('  steps:'), shows('  lines:')]).toEqual([true, true]);
  });

  test('are each read as something: no block of YAML is left out', () => {
    const left = yamls.filter(
      (yaml) => !isTemplate(yaml) && !isParameters(yaml) && readers[fileOf(yaml)] === undefined,
    );
    expect(left).toEqual([]);
    // A block that is not told from the others by its language is not read at all.
    expect(blocks.filter(({ text }) => /^\s*(- )?id: /m.test(text))).toHaveLength(
      yamls.filter((yaml) => /^\s*(- )?id: /m.test(yaml)).length,
    );
  });

  test('have ids of their own', () => {
    const ids = yamls.filter(isTemplate).map((yaml) => /- id: (\S+)/.exec(yaml)?.[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(yamls.filter(isTemplate).map((yaml) => [/id: (\S+)/.exec(yaml)?.[1] ?? '', yaml]))(
    '%s is read and proved',
    (_, yaml) => {
      expect(against(yaml)).toEqual([]);
    },
  );

  test('have variants enough, but for the first, whose warning is shown', () => {
    const few = yamls.filter(isTemplate).flatMap((yaml) => {
      const parsed = parseTemplates(yaml, 'docs/authoring.md', known);
      if (!parsed.ok) return [];
      return parsed.value.filter(
        ({ kind, parameters }) => kind !== 'flashcard' && assignmentCount(parameters) < 24,
      );
    });
    expect(few.map(({ id }) => id)).toEqual(['first-question']);
  });

  test.each(yamls.filter(isParameters).map((yaml, i) => [i + 1, yaml]))(
    'example %i of parameters is drawn from',
    (_, yaml) => {
      expect(against(cardWith(yaml))).toEqual([]);
    },
  );

  test.each(Object.entries(readers))('%s is read', (file, read) => {
    const own = yamls.filter((yaml) => fileOf(yaml) === file);
    expect(own).toHaveLength(1);
    const result = read(own[0] ?? '', file);
    expect(result.ok ? [] : result.error.map(problemLine)).toEqual([]);
  });

  test('the answers of the proof that the page shows are those that are printed', () => {
    let yaml = first;
    const shown: string[] = [];
    const real: string[] = [];
    for (const { language, text } of blocks) {
      if (language === 'diff') yaml = changed(text);
      if (language !== 'text') continue;
      shown.push(text);
      real.push(printed(yaml));
    }
    expect(shown).toEqual(real);
    expect(shown.map((text) => /^(proved|FAILED|content\/)/.exec(text)?.[1])).toEqual([
      'proved',
      'content/',
      'FAILED',
    ]);
  });
});
