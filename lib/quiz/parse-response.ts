import { z } from 'zod';
import { assertNever } from '../kernel/assert-never';
import { err, ok, type Result } from '../kernel/result';
import { filledLine, readFilling, type FillingRefusal } from './blank-line';
import { labLineLimit } from './lab-progress';
import { commandLimit, singleCommand, type CommandRefusal } from './single-command';
import {
  recalls,
  referenceParts,
  type ReferencePart,
  type Response,
  type Ticked,
  type VariantQuestion,
  type Words,
} from './types';

const partLimit = 300;
/** The longest line that a hands-on question takes. */
export const labLineLength = 2000;

const envelope = z.object({ kind: z.string() });
const optionResponse = z.object({ option: z.string().max(64) });
const severalResponse = z.object({
  ticked: z.union([z.literal('none'), z.array(z.string().max(64)).max(20)]),
});
const orderResponse = z.object({ steps: z.array(z.string().max(64)).max(20) });
const blanksResponse = z.object({ fillings: z.array(z.string().max(1000)).max(20) });
const typeResponse = z.object({ command: z.string() });
const labResponse = z.object({
  lines: z.array(z.string().max(labLineLength)).max(labLineLimit),
  gaveUp: z.boolean(),
  hints: z.number().int().min(0).max(20),
  restarts: z.number().int().min(0).max(1_000_000),
});
const partsResponse = z.object({
  parts: z.partialRecord(z.enum(referenceParts), z.string().max(partLimit)),
});
const flashcardResponse = z.object({ recall: z.enum(recalls) });

const unreadable: Words = {
  ko: '답을 읽을 수 없어요. 화면을 새로 고친 뒤 다시 답해 주세요.',
  en: 'The answer could not be read. Reload the page and answer again.',
};

function refusalWords(refusal: CommandRefusal): Words {
  switch (refusal.kind) {
    case 'empty':
      return {
        ko: '`docker`로 시작하는 명령을 입력해 주세요.',
        en: 'Type a command that begins with `docker`.',
      };
    case 'too-long':
      return {
        ko: `명령이 너무 길어요. ${commandLimit}자까지 쓸 수 있어요.`,
        en: `The command is too long; ${commandLimit} characters are the limit.`,
      };
    case 'several-lines':
      return { ko: '명령은 한 줄로 입력해 주세요.', en: 'Type one command on one line.' };
    case 'not-docker':
      return {
        ko: '여기서는 `docker`로 시작하는 명령만 실행할 수 있어요.',
        en: 'Only a command that begins with `docker` runs here.',
      };
    case 'shell-sign':
      return {
        ko: `도커 명령 하나만 입력해 주세요. \`${refusal.sign}\` 기호는 따옴표 안에서만 쓸 수 있어요.`,
        en: `Type one docker command. \`${refusal.sign}\` may stand only inside quotes.`,
      };
    case 'open-quote':
      return { ko: '닫지 않은 따옴표가 있어요.', en: 'A quote is opened and never closed.' };
    default:
      return assertNever(refusal);
  }
}

/**
 * Untrusted JSON as a response to this question, or words that say what is wrong with it. An invalid answer is not a wrong one: it is
 * not graded and costs nothing. Over-long input is refused before it is read further.
 */
export function parseResponse(question: VariantQuestion, raw: unknown): Result<Response, Words> {
  const kind = envelope.safeParse(raw);
  if (!kind.success) return err(unreadable);
  if (kind.data.kind === 'unknown') return ok({ kind: 'unknown' });
  if (kind.data.kind !== question.kind) return err(unreadable);
  const { control } = question;
  switch (control.kind) {
    case 'choice':
    case 'predict': {
      const parsed = optionResponse.safeParse(raw);
      if (!parsed.success) return err(unreadable);
      const { option } = parsed.data;
      if (!control.options.some(({ id }) => id === option)) return err(unreadable);
      return ok({ kind: control.kind, option });
    }
    case 'order': {
      const parsed = orderResponse.safeParse(raw);
      if (!parsed.success) return err(unreadable);
      const { steps } = parsed.data;
      const wanted = control.steps.map(({ id }) => id);
      const complete = steps.length === wanted.length && wanted.every((id) => steps.includes(id));
      if (!complete) {
        return err({
          ko: '모든 단계를 한 번씩 놓아 주세요.',
          en: 'Place every step exactly once.',
        });
      }
      return ok({ kind: 'order', steps });
    }
    case 'several': {
      const parsed = severalResponse.safeParse(raw);
      if (!parsed.success) return err(unreadable);
      return readTicked(
        control.statements.map(({ id }) => id),
        parsed.data.ticked,
      );
    }
    case 'blanks': {
      const parsed = blanksResponse.safeParse(raw);
      if (!parsed.success) return err(unreadable);
      return readFillings(control.pieces, parsed.data.fillings);
    }
    case 'type': {
      const parsed = typeResponse.safeParse(raw);
      if (!parsed.success) return err(unreadable);
      const command = singleCommand(parsed.data.command);
      return command.ok
        ? ok({ kind: 'type', command: command.value })
        : err(refusalWords(command.error));
    }
    case 'parts': {
      const parsed = partsResponse.safeParse(raw);
      if (!parsed.success) return err(unreadable);
      return readAnsweredParts(control.parts, parsed.data.parts);
    }
    case 'lab': {
      const parsed = labResponse.safeParse(raw);
      return parsed.success ? ok({ kind: 'lab', ...parsed.data }) : err(unreadable);
    }
    case 'flashcard': {
      const parsed = flashcardResponse.safeParse(raw);
      return parsed.success
        ? ok({ kind: 'flashcard', recall: parsed.data.recall })
        : err(unreadable);
    }
    default:
      return assertNever(control);
  }
}

/** Ticked statements in the control's order. Nothing ticked is no answer: that none of them holds must be said. */
function readTicked(statements: readonly string[], ticked: Ticked): Result<Response, Words> {
  if (ticked === 'none') return ok({ kind: 'several', ticked });
  if (ticked.some((id) => !statements.includes(id))) return err(unreadable);
  if (ticked.length === 0) {
    return err({
      ko: '맞는 것을 골라 주세요. 하나도 없으면 “맞는 것이 없어요”를 골라 주세요.',
      en: 'Tick what is true. If nothing is, tick “None of these”.',
    });
  }
  return ok({ kind: 'several', ticked: statements.filter((id) => ticked.includes(id)) });
}

function fillingRefusalWords(refusal: FillingRefusal, gap: number): Words {
  switch (refusal.kind) {
    case 'empty':
      return { ko: '빈칸을 모두 채워 주세요.', en: 'Fill in every blank.' };
    case 'too-long':
      return {
        ko: `${gap}번 빈칸이 너무 길어요. ${refusal.limit}자까지 쓸 수 있어요.`,
        en: `Blank ${gap} is too long; ${refusal.limit} characters are the limit.`,
      };
    case 'sign':
      return /\s/.test(refusal.sign)
        ? {
            ko: `${gap}번 빈칸에는 띄어쓰기 없이 한 낱말만 써 주세요.`,
            en: `Write one word without spaces in blank ${gap}.`,
          }
        : {
            ko: `${gap}번 빈칸에 \`${refusal.sign}\` 기호는 쓸 수 없어요. 낱말 하나만 써 주세요.`,
            en: `\`${refusal.sign}\` cannot stand in blank ${gap}. Write one plain word.`,
          };
    default:
      return assertNever(refusal);
  }
}

function readFillings(
  pieces: readonly string[],
  given: readonly string[],
): Result<Response, Words> {
  if (given.length !== pieces.length - 1) return err(unreadable);
  const fillings: string[] = [];
  for (const [i, text] of given.entries()) {
    const filling = readFilling(text);
    if (!filling.ok) return err(fillingRefusalWords(filling.error, i + 1));
    fillings.push(filling.value);
  }
  const line = singleCommand(filledLine(pieces, fillings));
  return line.ok ? ok({ kind: 'blanks', fillings }) : err(refusalWords(line.error));
}

function readAnsweredParts(
  asked: readonly ReferencePart[],
  given: Readonly<Partial<Record<ReferencePart, string>>>,
): Result<Response, Words> {
  const parts: Partial<Record<ReferencePart, string>> = {};
  for (const part of asked) parts[part] = (given[part] ?? '').trim();
  if (asked.every((part) => parts[part] === '')) {
    return err({
      ko: '적어도 한 칸은 채워 주세요. 없는 부분은 비워 두면 돼요.',
      en: 'Fill in at least one part. Leave a part empty when there is none.',
    });
  }
  return ok({ kind: 'parts', parts });
}
