import { languageKeys, type KeyBook } from './key-words';

/** What every key of `content/concepts.yaml` means. */
export const conceptKeys: KeyBook = {
  ...languageKeys,
  id: { what: 'group.some-name in lower case.', example: 'id: lifecycle.paused' },
  title: { what: 'A word or two.', example: 'title: { ko: …, en: … }' },
  statement: { what: 'The one sentence to know.', example: 'statement: { ko: …, en: … }' },
  text: { what: 'A short paragraph that explains it.', example: 'text: { ko: …, en: … }' },
  needs: {
    what: 'Concepts to know before this one; they may not go in a circle.',
    example: 'needs: [lifecycle.running]',
  },
  source: {
    what: 'The lines of the source documents it comes from.',
    example: 'source: [S0#41-43]',
  },
};

/** What every key of `content/misconceptions.yaml` means. */
export const misconceptionKeys: KeyBook = {
  ...languageKeys,
  id: {
    what: 'A misconception that the engine implements, or a misreading of names.',
    example: 'id: pause-frees-memory',
  },
  belief: { what: 'What is believed, as a sentence.', example: 'belief: { ko: …, en: … }' },
  answer: { what: 'The sentence that answers it.', example: 'answer: { ko: …, en: … }' },
  concepts: { what: 'The concepts it gets wrong.', example: 'concepts: [lifecycle.paused]' },
  source: { what: 'Lines of the source documents that answer it.', example: 'source: [S0#41-43]' },
};

/** What every key of `content/glossary.yaml` means. */
export const glossaryKeys: KeyBook = {
  ...languageKeys,
  id: { what: 'some-name in lower case; the address of the term.', example: 'id: bind-mount' },
  term: {
    what: 'What it is called.',
    example: 'term: { ko: 쓰기 계층, en: writable layer }',
  },
  also: {
    what: 'Other ways to say it.',
    example: 'also: { ko: [컨테이너 계층], en: [container layer] }',
  },
  text: { what: 'One or two sentences that explain it.', example: 'text: { ko: …, en: … }' },
  command: { what: 'The docker command that goes with it.', example: 'command: docker diff web' },
  concepts: {
    what: 'The concepts that teach it, the most important one first.',
    example: 'concepts: [container.writable-layer]',
  },
  source: {
    what: 'The lines of the source documents that say it.',
    example: 'source: [S2#44]',
  },
};

/** What every key of `content/sources/S*.yaml` means. */
export const sourceKeys: KeyBook = {
  ...languageKeys,
  source: { what: 'The short mark of the document.', example: 'source: S0' },
  file: { what: 'The name of the document’s file.', example: 'file: 000_73e37389154d10fe.txt' },
  lines: { what: 'How many lines the document has.', example: 'lines: 85' },
  'statements.lines': {
    what: 'A line or a range of lines, in order and without overlaps.',
    example: "lines: '41-43'",
  },
  statements: {
    what: 'What the document says, in the order of its lines.',
    example: 'statements: [{ lines: …, ko: …, en: …, concepts: […] }]',
  },
  concepts: { what: 'The concepts that teach it.', example: 'concepts: [lifecycle.paused]' },
  aside: { what: 'Why nothing teaches it, instead of concepts.', example: 'aside: heading' },
  commands: {
    what: 'Commands that the document shows here; some template must type each.',
    example: 'commands: [{ shown: docker pull NAME, forms: [docker pull] }]',
  },
  shown: { what: 'The command as the document writes it.', example: 'shown: docker pull NAME' },
  forms: { what: 'Beginnings of lines that type it.', example: 'forms: [docker pull]' },
  note: {
    what: 'The kind correction where the document is loose.',
    example: 'note: { ko: …, en: … }',
  },
};
