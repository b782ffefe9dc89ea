import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { bankProblems } from '@/lib/quiz/bank-problems';
import { coverSource } from '@/lib/quiz/coverage';
import { coveragePage } from '@/lib/quiz/coverage-page';
import { beliefsOf, type Template } from '@/lib/quiz/template';
import { problemLine } from '@/lib/quiz/template-problem';
import type { TemplateProof } from '@/lib/quiz/template-proof';
import { kinds, type Kind } from '@/lib/quiz/types';
import { readContent } from '@/lib/server/content/read-content';
import { proveInParallel } from '@/scripts/prove/prove-in-parallel';

const read = readContent('content');
if (!read.ok) throw new Error(read.error.map(problemLine).join('\n'));
const course = read.value;
const questions = course.templates.filter(({ kind }) => kind !== 'flashcard');
const flashcards = course.templates.filter(({ kind }) => kind === 'flashcard');

/** The proofs of all templates over 200 seeds, made once for all tests of this file. */
const proofs = new Map<string, TemplateProof>();

beforeAll(async () => {
  const { templates, readings } = course;
  const proved = await proveInParallel(templates, { readings, seeds: 200 });
  for (const { proof } of proved) proofs.set(proof.templateId, proof);
}, 600_000);

function proofOf({ id }: Template): TemplateProof {
  const proof = proofs.get(id);
  if (proof === undefined) throw new Error(`${id} was not proved`);
  return proof;
}

describe('the course', () => {
  test.each([...new Set(course.templates.map(({ file }) => file))])(
    'every template of %s is proved over 200 seeds',
    (file) => {
      const problems = course.templates
        .filter((template) => template.file === file)
        .flatMap((template) => proofOf(template).problems);
      expect(problems.map(problemLine)).toEqual([]);
    },
  );

  test('tells every misconception from the truth, and nobody is right by guessing blindly', () => {
    const ids = course.misconceptions.map(({ id }) => id);
    expect(bankProblems(course.templates.map(proofOf), ids)).toEqual([]);
  });

  test('asks each concept in at least three questions of at least two kinds, and has two flashcards for it', () => {
    const asked = new Set<Kind>(course.templates.map(({ kind }) => kind));
    expect(asked).toEqual(new Set(kinds));
    expect(questions.length).toBeGreaterThanOrEqual(140);
    expect(flashcards.length).toBeGreaterThanOrEqual(90);
    expect(questions.filter(({ kind }) => kind === 'lab').length).toBeGreaterThanOrEqual(25);
    const thin = course.concepts.filter(({ id }) => {
      const own = questions.filter(({ conceptId }) => conceptId === id);
      const cards = flashcards.filter(({ conceptId }) => conceptId === id);
      return own.length < 3 || new Set(own.map(({ kind }) => kind)).size < 2 || cards.length < 2;
    });
    expect(thin.map(({ id }) => id)).toEqual([]);
  });

  test('teaches every statement and types every command of the sources; docs/coverage.md says where', () => {
    const covered = course.sources.map((document) => ({
      document,
      rows: coverSource(document, course.templates),
    }));
    const missing = covered.flatMap(({ rows }) => rows.filter((row) => !row.covered));
    expect(missing.map(({ statement }) => statement.words.en)).toEqual([]);
    const page = readFileSync('docs/coverage.md', 'utf8');
    expect(page === coveragePage(covered), 'run: npm run coverage').toBe(true);
  });

  test('cites a statement of a source for every question and concept', () => {
    const uncited = [...course.templates, ...course.concepts].filter(
      ({ sources }) => sources.length === 0,
    );
    expect(uncited.map(({ id }) => id)).toEqual([]);
  });

  describe('has a contrast question', () => {
    const listing = course.templates.filter(({ body }) => beliefsOf(body).length > 0);

    test('for every misconception: two questions tell it from the truth, so that one contrasts the other', () => {
      const telling = (belief: string) =>
        listing.filter((template) =>
          proofOf(template).beliefs.some(({ id, tellsApart }) => id === belief && tellsApart > 0),
        );
      const lonely = course.misconceptions.filter(({ id }) => telling(id).length < 2);
      expect(lonely.map(({ id }) => id)).toEqual([]);
    });

    test('for every two beliefs that some option carries together: another question always tells them apart', () => {
      const pairs = new Map<string, { together: boolean; apart: boolean }>();
      for (const template of listing) {
        for (const { beliefs, together, apart } of proofOf(template).separations) {
          const pair = pairs.get(beliefs.join(' and ')) ?? { together: false, apart: false };
          pair.together ||= together > 0;
          pair.apart ||= together === 0 && apart > 0;
          pairs.set(beliefs.join(' and '), pair);
        }
      }
      const heardAsOne = [...pairs].filter(([, { together, apart }]) => together && !apart);
      expect(heardAsOne.map(([pair]) => pair)).toEqual([]);
    });
  });
});
