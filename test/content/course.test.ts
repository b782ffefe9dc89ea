import { describe, expect, test } from 'vitest';
import { proveTemplate } from '@/lib/quiz/prove-template';
import { problemLine } from '@/lib/quiz/template-problem';
import { kinds, type Kind } from '@/lib/quiz/types';
import { readContent } from '@/lib/server/content/read-content';

const read = readContent('content');
if (!read.ok) throw new Error(read.error.map(problemLine).join('\n'));
const course = read.value;
const questions = course.templates.filter(({ kind }) => kind !== 'flashcard');
const flashcards = course.templates.filter(({ kind }) => kind === 'flashcard');

describe('the course', () => {
  test.each([...new Set(course.templates.map(({ file }) => file))])(
    'every template of %s is proved over 200 seeds',
    { timeout: 300_000 },
    (file) => {
      const problems = course.templates
        .filter((template) => template.file === file)
        .flatMap(
          (template) => proveTemplate(template, course, { seeds: 200, samples: 0 }).problems,
        );
      expect(problems.map(problemLine)).toEqual([]);
    },
  );

  test('has enough questions of enough kinds, and flashcards for every concept', () => {
    expect(questions.length).toBeGreaterThanOrEqual(15);
    expect(flashcards.length).toBeGreaterThanOrEqual(30);
    const asked = new Set<Kind>(course.templates.map(({ kind }) => kind));
    expect(asked).toEqual(new Set(kinds));
    const withCards = new Set(flashcards.map(({ conceptId }) => conceptId));
    expect(course.concepts.filter(({ id }) => !withCards.has(id))).toEqual([]);
  });

  test('cites a statement of a source for every question and concept', () => {
    const uncited = [...course.templates, ...course.concepts].filter(
      ({ sources }) => sources.length === 0,
    );
    expect(uncited.map(({ id }) => id)).toEqual([]);
  });
});
