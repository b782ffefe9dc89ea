import { z } from 'zod';
import type { KeyHelp } from './schema-problems';
import { difficulties } from './template';
import { kinds, referenceParts } from './types';
import type { Path } from './yaml-document';

/** The shape of a template as YAML gives it: every scalar is a text. What the texts mean is checked in check-template.ts. */

const text = z.string().min(1);
const flag = z.enum(['true', 'false']);
const words = z.strictObject({ ko: text, en: text });
const texts = z.array(text).min(1);
const textOrTexts = z.union([text, texts]);
const value = z.union([text, words]);

const givenStep = z.union([
  text,
  z.strictObject({ run: text, fails: flag.optional(), hidden: flag.optional() }),
]);

const beliefs = z.array(text);

const choice = z.strictObject({
  see: z.union([text, z.record(z.string(), text)]),
  say: z.record(z.string(), words).optional(),
  beliefs,
});
const saidFact = z.union([text, z.strictObject({ fact: text, say: words })]);
const several = z.strictObject({ statements: z.array(saidFact).min(1), beliefs });
const predict = z.strictObject({ see: text, beliefs });
const order = z.strictObject({
  steps: texts.optional(),
  lines: texts.optional(),
  file: text.optional(),
  then: textOrTexts.optional(),
  goal: textOrTexts,
  beliefs: beliefs.optional(),
});
const filling = z.record(z.string(), text);
const blanks = z.strictObject({
  line: text,
  goal: textOrTexts,
  solution: filling,
  wrong: z.array(filling).min(1),
  beliefs: beliefs.optional(),
});
const type = z.strictObject({ goal: textOrTexts, solution: text, wrong: texts });
const parts = z.strictObject({
  reference: text,
  ask: z.array(z.enum(referenceParts)).min(1).optional(),
  beliefs,
});
const labFacts = z.union([saidFact, z.array(saidFact).min(1)]);
const lab = z.strictObject({
  goal: labFacts,
  never: labFacts.optional(),
  solution: textOrTexts,
  wrong: z.array(textOrTexts).min(1),
  hints: z.array(words).min(1),
});
const flashcard = z.strictObject({ back: words, holds: textOrTexts.optional() });

export const templateSchema = z.strictObject({
  id: text,
  concept: text,
  with: z
    .record(z.string(), z.union([value, z.array(z.union([value, z.array(value).min(1)])).min(1)]))
    .optional(),
  images: z.union([text, z.array(text)]).optional(),
  given: z.union([givenStep, z.array(givenStep)]).optional(),
  do: textOrTexts.optional(),
  ask: words.optional(),
  choice: choice.optional(),
  several: several.optional(),
  predict: predict.optional(),
  order: order.optional(),
  blanks: blanks.optional(),
  type: type.optional(),
  parts: parts.optional(),
  lab: lab.optional(),
  flashcard: flashcard.optional(),
  explain: words.optional(),
  difficulty: z.enum(difficulties).optional(),
  source: z.union([text, texts]).optional(),
});

export type RawTemplate = z.infer<typeof templateSchema>;

const kindKeys: Readonly<Record<string, readonly string[]>> = {
  choice: Object.keys(choice.shape),
  several: Object.keys(several.shape),
  predict: Object.keys(predict.shape),
  order: Object.keys(order.shape),
  blanks: Object.keys(blanks.shape),
  type: Object.keys(type.shape),
  parts: Object.keys(parts.shape),
  lab: Object.keys(lab.shape),
  flashcard: Object.keys(flashcard.shape),
};

const wordKeys: readonly string[] = ['ko', 'en'];

/** Suggestions and examples for the keys of a template. */
export const templateHelp: KeyHelp = {
  examples: {
    id: 'id: paused-keeps-memory',
    concept: 'concept: lifecycle.paused',
    with: 'with: { name: [web, api], port: 8080..8089 }',
    images: 'images: [nginx]',
    given: 'given: [docker run -d --name web nginx]',
    run: '{ run: docker start web, fails: true }',
    fails: 'fails: true',
    hidden: 'hidden: true',
    do: 'do: docker pause web',
    ask: 'ask: { ko: …, en: … }',
    ko: 'ko: …',
    en: 'en: …',
    choice: 'choice: { see: state(web), say: {…}, beliefs: […] }',
    several: 'several: { statements: [running(web), exists(db)], beliefs: […] }',
    predict: 'predict: { see: docker ps, beliefs: […] }',
    order: 'order: { steps: […], goal: … }',
    blanks:
      "blanks: { line: 'docker stop [name]', goal: …, solution: { name: web }, wrong: [{ name: nginx }, { name: api }] }",
    type: 'type: { goal: …, solution: docker …, wrong: [docker …, docker …] }',
    parts: 'parts: { reference: nginx, beliefs: […] }',
    lab: 'lab: { goal: […], solution: […], wrong: [[…], […]], hints: [{ ko: …, en: … }] }',
    flashcard: 'flashcard: { back: { ko: …, en: … } }',
    see: 'see: state(web)',
    say: 'say: { running: { ko: …, en: … }, exited: { ko: …, en: … } }',
    beliefs: 'beliefs: [pause-keeps-cpu, pause-frees-memory]',
    statements: 'statements: [running(web), { fact: memory(web) > 0, say: { ko: …, en: … } }]',
    line: "line: 'docker run -d -p [host]:[inner] nginx'",
    steps: 'steps: [docker create --name web nginx, docker start web, docker pause web]',
    lines: 'lines: [FROM ubuntu, WORKDIR /app, RUN touch note]',
    file: 'file: Dockerfile',
    then: 'then: docker build -t app .',
    goal: 'goal: state(web) == paused',
    solution: 'solution: docker pause web',
    wrong: 'wrong: [docker stop web, docker kill web]',
    never: 'never: removed(web)',
    hints: 'hints: [{ ko: …, en: … }]',
    fact: '{ fact: running(web), say: { ko: …, en: … } }',
    reference: 'reference: quay.io/team/app:2',
    back: 'back: { ko: …, en: … }',
    holds: 'holds: running(web)',
    explain: 'explain: { ko: …, en: … }',
    difficulty: 'difficulty: medium',
    source: 'source: [S0#41-43]',
  },
  keysAt(path: Path): readonly string[] {
    const [first, second] = path;
    if (path.length === 0) return Object.keys(templateSchema.shape);
    if (
      path.length === 1 &&
      typeof first === 'string' &&
      (kinds as readonly string[]).includes(first)
    ) {
      return kindKeys[first] ?? [];
    }
    const said =
      (first === 'lab' && (second === 'goal' || second === 'never')) ||
      (first === 'several' && second === 'statements');
    if (said) {
      return path.at(-1) === 'say' ? wordKeys : ['fact', 'say'];
    }
    if (first === 'given' && (path.length === 1 || typeof second === 'number')) {
      return ['run', 'fails', 'hidden'];
    }
    return wordKeys;
  },
};
