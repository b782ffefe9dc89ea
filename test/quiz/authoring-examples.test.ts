import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseTemplates } from '@/lib/quiz/parse-templates';
import { proveTemplate } from '@/lib/quiz/prove-template';
import { catalogueNames } from '@/lib/quiz/stage';
import { problemLine } from '@/lib/quiz/template-problem';
import { kinds } from '@/lib/quiz/types';
import { readContent } from '@/lib/server/content/read-content';

const read = readContent('content');
if (!read.ok) throw new Error(read.error.map(problemLine).join('\n'));
const course = read.value;
const known = {
  concepts: new Set(course.concepts.map(({ id }) => id)),
  misconceptions: new Set(course.misconceptions.map(({ id }) => id)),
  images: new Set(catalogueNames(course)),
  sourceLines: { S0: 85, S1: 140, S2: 190, S3: 60, S4: 60 },
  sourceRequired: false,
};

/** The templates that docs/authoring.md shows: blocks of YAML that begin with an id and say what is asked. */
const examples = [
  ...readFileSync('docs/authoring.md', 'utf8').matchAll(/```yaml\n(- id: [^]*?)```/g),
]
  .map(([, yaml = '']) => yaml)
  .filter((yaml) => kinds.some((kind) => yaml.includes(`\n  ${kind}:`)));

describe('the examples that the authoring page teaches with', () => {
  test('show every kind of question', () => {
    const shown = kinds.filter((kind) => examples.some((yaml) => yaml.includes(`\n  ${kind}:`)));
    expect(shown).toEqual(kinds);
  });

  test.each(examples.map((yaml) => [/id: (\S+)/.exec(yaml)?.[1] ?? '', yaml] as const))(
    '%s is read and proved',
    (_, yaml) => {
      const parsed = parseTemplates(yaml, 'docs/authoring.md', known);
      expect(parsed.ok ? [] : parsed.error.map(problemLine)).toEqual([]);
      if (!parsed.ok) return;
      const problems = parsed.value.flatMap(
        (template) => proveTemplate(template, course, { seeds: 8, samples: 0 }).problems,
      );
      expect(problems.map(problemLine)).toEqual([]);
    },
  );
});
