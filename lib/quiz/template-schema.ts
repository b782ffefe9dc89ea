import { z } from 'zod';
import { courseText as text, courseWords as words } from './course-words';
import { templateKeys } from './schema/template-keys';
import type { KeyHelp } from './schema-problems';
import { difficulties } from './template';
import { referenceParts } from './types';

/** The shape of a template as YAML gives it: every scalar is a text. What the texts mean is checked in check-template.ts. */

const flag = z.enum(['true', 'false']);
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

/** What suggestions for a template are made from. */
export const templateHelp: KeyHelp = { keys: templateKeys, schema: templateSchema };
