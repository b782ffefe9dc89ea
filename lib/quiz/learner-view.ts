import { z } from 'zod';
import { assertNever } from '../kernel/assert-never';
import { kinds, referenceParts } from './types';
import type { Locale, QuestionView, ViewControl, VariantQuestion } from './types';

const option = z.strictObject({ id: z.string().regex(/^[0-9a-f]{8}$/), text: z.string() });

const control = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('choice'), options: z.array(option).min(2) }),
  z.strictObject({ kind: z.literal('several'), statements: z.array(option).min(3) }),
  z.strictObject({ kind: z.literal('predict'), options: z.array(option).min(2) }),
  z.strictObject({
    kind: z.literal('order'),
    steps: z.array(option).min(2),
    file: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal('blanks'), pieces: z.array(z.string()).min(2) }),
  z.strictObject({ kind: z.literal('type') }),
  z.strictObject({
    kind: z.literal('parts'),
    reference: z.string(),
    parts: z.array(z.enum(referenceParts)).min(1),
  }),
  z.strictObject({
    kind: z.literal('lab'),
    goals: z.array(z.string()).min(1),
    never: z.array(z.string()),
    hints: z.number().int().nonnegative(),
  }),
  z.strictObject({ kind: z.literal('flashcard') }),
]);

/** The exact allow-list of what a learner's browser may receive of a question: a field that is not here is refused. */
export const questionViewSchema = z.strictObject({
  kind: z.enum(kinds),
  concept: z.strictObject({ id: z.string(), title: z.string() }),
  prompt: z.string(),
  scenario: z.array(z.strictObject({ command: z.string(), output: z.string().nullable() })),
  control,
});

function controlView(question: VariantQuestion['control'], locale: Locale): ViewControl {
  switch (question.kind) {
    case 'choice':
    case 'predict':
      return {
        kind: question.kind,
        options: question.options.map(({ id, text }) => ({ id, text: text[locale] })),
      };
    case 'several':
      return {
        kind: 'several',
        statements: question.statements.map(({ id, text }) => ({ id, text: text[locale] })),
      };
    case 'order':
      return {
        kind: 'order',
        steps: question.steps.map(({ id, text }) => ({ id, text })),
        ...(question.file === undefined ? {} : { file: question.file.path }),
      };
    case 'blanks':
      return { kind: 'blanks', pieces: [...question.pieces] };
    case 'type':
      return { kind: 'type' };
    case 'parts':
      return { kind: 'parts', reference: question.reference, parts: [...question.parts] };
    case 'lab':
      return {
        kind: 'lab',
        goals: question.goals.map((words) => words[locale]),
        never: question.never.map((words) => words[locale]),
        hints: question.hints,
      };
    case 'flashcard':
      return { kind: 'flashcard' };
    default:
      return assertNever(question);
  }
}

/**
 * What a learner sees of a question, in one language: the only way from a stored variant to a browser. It is built field by field, so
 * that nothing that is added to a variant leaks by itself, and it is never given the key.
 *
 * @param conceptTitle the concept's title in `locale`
 */
export function learnerView(
  question: VariantQuestion,
  conceptTitle: string,
  locale: Locale,
): QuestionView {
  return {
    kind: question.kind,
    concept: { id: question.conceptId, title: conceptTitle },
    prompt: question.prompt[locale],
    scenario: question.scenario.map(({ command, output }) => ({ command, output })),
    control: controlView(question.control, locale),
  };
}
