import {
  array,
  boolean,
  discriminatedUnion,
  enum as oneOf,
  exactOptional,
  literal,
  nullable,
  number,
  object,
  safeParse,
  string,
  union,
} from 'zod/mini';
import { confidences, recalls } from '@/lib/quiz/types';
import type { Submission } from '@/lib/quiz/practice';

/** The part of `Storage` that is needed, so that a plain map can stand in for it. */
export interface AnswerStore {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const prefix = 'drydock.answer.';

const submissionSchema = object({
  showingId: string(),
  idempotencyKey: string(),
  response: discriminatedUnion('kind', [
    object({ kind: literal('choice'), option: string() }),
    object({ kind: literal('several'), ticked: union([literal('none'), array(string())]) }),
    object({ kind: literal('predict'), option: string() }),
    object({ kind: literal('order'), steps: array(string()) }),
    object({ kind: literal('blanks'), fillings: array(string()) }),
    object({ kind: literal('type'), command: string() }),
    object({
      kind: literal('parts'),
      parts: object({
        registry: exactOptional(string()),
        namespace: exactOptional(string()),
        name: exactOptional(string()),
        tag: exactOptional(string()),
      }),
    }),
    object({
      kind: literal('lab'),
      lines: array(string()),
      gaveUp: boolean(),
      hints: number(),
      restarts: number(),
    }),
    object({ kind: literal('flashcard'), recall: oneOf(recalls) }),
    object({ kind: literal('unknown') }),
  ]),
  confidence: nullable(oneOf(confidences)),
  responseMs: number(),
});

/** Keeps an answer on the device until the server has it. False when the device refuses (full, or forbidden). */
export function keepAnswer(store: AnswerStore, submission: Submission): boolean {
  try {
    store.setItem(prefix + submission.showingId, JSON.stringify(submission));
    return true;
  } catch {
    // The answer is still in memory and is sent from there; only closing the page now would lose it.
    return false;
  }
}

/** Forgets a kept answer. */
export function dropAnswer(store: AnswerStore, showingId: string): void {
  store.removeItem(prefix + showingId);
}

/** Every answer kept on the device, unreadable ones left out and removed. */
export function keptAnswers(store: AnswerStore): Submission[] {
  const keys = Array.from({ length: store.length }, (_, index) => store.key(index)).filter(
    (key): key is string => key?.startsWith(prefix) ?? false,
  );
  return keys.flatMap((key) => {
    const submission = readSubmission(store.getItem(key));
    if (submission === null) store.removeItem(key);
    return submission === null ? [] : [submission];
  });
}

function readSubmission(text: string | null): Submission | null {
  if (text === null) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const read = safeParse(submissionSchema, value);
  return read.success ? read.data : null;
}
