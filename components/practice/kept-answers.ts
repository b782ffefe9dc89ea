import * as z from 'zod/mini';
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

const submissionSchema = z.object({
  showingId: z.string(),
  idempotencyKey: z.string(),
  response: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('choice'), option: z.string() }),
    z.object({ kind: z.literal('predict'), option: z.string() }),
    z.object({ kind: z.literal('order'), steps: z.array(z.string()) }),
    z.object({ kind: z.literal('type'), command: z.string() }),
    z.object({
      kind: z.literal('parts'),
      parts: z.object({
        registry: z.exactOptional(z.string()),
        namespace: z.exactOptional(z.string()),
        name: z.exactOptional(z.string()),
        tag: z.exactOptional(z.string()),
      }),
    }),
    z.object({ kind: z.literal('flashcard'), recall: z.enum(recalls) }),
    z.object({ kind: z.literal('unknown') }),
  ]),
  confidence: z.nullable(z.enum(confidences)),
  responseMs: z.number(),
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
  const read = submissionSchema.safeParse(value);
  return read.success ? read.data : null;
}
