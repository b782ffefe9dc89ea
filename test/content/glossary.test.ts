import { describe, expect, test } from 'vitest';
import { markTerms } from '@/components/learn/mark-terms';
import { problemLine } from '@/lib/quiz/template-problem';
import { readContent } from '@/lib/server/content/read-content';

const read = readContent('content');
if (!read.ok) throw new Error(read.error.map(problemLine).join('\n'));
const { glossary, concepts, sources, templates } = read.value;

describe('the glossary', () => {
  test('explains 40 to 60 terms in one or two sentences of each language', () => {
    expect(glossary.length).toBeGreaterThanOrEqual(40);
    expect(glossary.length).toBeLessThanOrEqual(60);
    for (const { id, text } of glossary) {
      expect(text.ko, id).toMatch(/(요|다)\.$/);
      expect(text.ko, id).toMatch(/[가-힣]/);
      expect(text.en, id).toMatch(/\.$/);
      expect(text.en, id).not.toMatch(/[가-힣]/);
      // One or two sentences, for a beginner: three short ones at most.
      for (const language of [text.ko, text.en]) {
        const plain = language.replaceAll(/`[^`]*`/g, 'x');
        expect(plain.match(/[.!?](?= |$)/g)?.length ?? 0, `${id}: ${language}`).toBeLessThan(4);
      }
    }
  });

  test('has a term for every topic of the course', () => {
    const taught = new Set(glossary.flatMap((term) => term.concepts.map((id) => id.split('.')[0])));
    const untold = concepts.filter(({ id }) => !taught.has(id.split('.')[0]));
    expect(untold.map(({ id }) => id)).toEqual(['walkthrough.ubuntu-git']);
  });

  test('is not noisy: no text of a concept gets more than four links', () => {
    const terms = glossary.map(({ id, term }) => ({ id, names: [term.en] }));
    for (const { text } of concepts) {
      const links = markTerms(text.en, terms, 'en').filter(({ kind }) => kind === 'term');
      expect(links.length).toBeLessThanOrEqual(4);
    }
  });
});

/** The cases of looseness that the course answers kindly, by source line. */
const loose = [
  'S0#11',
  'S0#20',
  'S4#11', // one compressed file
  'S0#36',
  'S4#50', // created uses no resources; made through memory
  'S0#40',
  'S4#56', // ten seconds
  'S0#44', // Stopped is exited
  'S0#61', // private is a certain network
  'S0#65',
  'S0#68',
  'S3#46',
  'S2#178', // names: one grammar, the library, local names
  'S1#32',
  'S1#133', // no operating system; whatever the system
  'S1#38',
  'S1#40', // processes only inside; one address
  'S1#69', // docker run … container
  'S1#126', // the dot
  'S2#31', // hundreds of megabytes
  'S2#44', // an image's writable part
  'S2#57', // leaving deletes
  'S3#17', // Docker_HOST
];

describe('a loose statement of a source', () => {
  test.each(loose)(
    '%s has a kind note in both languages, on its concepts and in a verdict',
    (at) => {
      const [source, line] = [at.slice(0, 2), Number(at.slice(3))];
      const statement = sources
        .find((document) => document.source === source)
        ?.statements.find(({ from, to }) => from <= line && line <= to);
      expect(statement?.note?.ko).toMatch(/[가-힣]/);
      expect(statement?.note?.en).toMatch(/^[^가-힣]+$/);
      expect(statement?.concepts).not.toEqual([]);
      const citing = templates.filter((template) =>
        template.sources.some(
          (cited) => cited.source === source && cited.from <= line && line <= cited.to,
        ),
      );
      expect(citing.map(({ id }) => id)).not.toEqual([]);
    },
  );
});
