import 'server-only';
import { filledLine } from '@/lib/quiz/blank-line';
import type { Locale, Response, ScenarioStep, VariantQuestion, Words } from '@/lib/quiz/types';
import { assertNever } from '@/lib/kernel/assert-never';
import type { Prisma } from '@/lib/server/generated/client';

/** The question by which a belief showed, and what was answered to it. */
export interface BeliefQuestion {
  readonly prompt: string;
  readonly scenario: readonly ScenarioStep[];
  /** In words; null when the answer has none. */
  readonly answered: string | null;
}

/** The questions behind these answers, by answer id. */
export async function readBeliefQuestions(
  client: Prisma.TransactionClient,
  answers: readonly { readonly learnerId: string; readonly answerId: string }[],
  locale: Locale,
): Promise<ReadonlyMap<string, BeliefQuestion>> {
  if (answers.length === 0) return new Map();
  const rows = await client.answer.findMany({
    where: { OR: answers.map(({ learnerId, answerId }) => ({ learnerId, id: answerId })) },
    select: { id: true, response: true, variant: { select: { question: true } } },
  });
  return new Map(
    rows.map(({ id, response, variant }) => {
      const question = variant.question as unknown as VariantQuestion;
      return [
        id,
        {
          prompt: question.prompt[locale],
          scenario: question.scenario,
          answered: answerInWords(question, response as unknown as Response, locale),
        },
      ];
    }),
  );
}

/** An answer that says that no statement holds. */
const noStatement: Words = { ko: '맞는 것이 없어요', en: 'None of these' };

/** What a learner gave, as text. */
function answerInWords(
  { control }: VariantQuestion,
  response: Response,
  locale: Locale,
): string | null {
  switch (response.kind) {
    case 'choice':
    case 'predict': {
      if (control.kind !== 'choice' && control.kind !== 'predict') return null;
      return control.options.find(({ id }) => id === response.option)?.text[locale] ?? null;
    }
    case 'several': {
      if (control.kind !== 'several') return null;
      const { ticked } = response;
      if (ticked === 'none') return noStatement[locale];
      return control.statements
        .filter(({ id }) => ticked.includes(id))
        .map(({ text }) => text[locale])
        .join('\n');
    }
    case 'order': {
      if (control.kind !== 'order') return null;
      const textOf = new Map(control.steps.map(({ id, text }) => [id, text]));
      return response.steps.map((id) => textOf.get(id) ?? '').join(' → ');
    }
    case 'blanks':
      return control.kind === 'blanks' ? filledLine(control.pieces, response.fillings) : null;
    case 'type':
      return response.command;
    case 'parts':
      return Object.entries(response.parts)
        .map(([part, text]) => `${part}: ${text}`)
        .join(', ');
    case 'lab':
      return response.lines.join('\n');
    case 'flashcard':
    case 'unknown':
      return null;
    default:
      return assertNever(response);
  }
}
