import { err, ok, type Result } from '@/lib/kernel/result';
import type { PracticeFailure } from '@/lib/quiz/practice';

/** Longer than any answer takes; after it the connection counts as lost. */
const TIMEOUT_MS = 20_000;

interface ErrorBody {
  readonly error?: {
    readonly message?: string;
    readonly id?: string;
    readonly retryAfterSeconds?: number;
  };
}

/** Why a request was refused, from its status and the body that `toResponse` writes. */
function failureOf(status: number, { error }: ErrorBody): PracticeFailure {
  if (status === 401) return { kind: 'signed-out' };
  if (status === 404 || status === 409) return { kind: 'gone' };
  if (status === 400) return { kind: 'invalid', message: error?.message ?? '' };
  // What is too much for ever, a quota, is said in words; waiting does not help.
  if (status === 429 && error?.retryAfterSeconds === undefined)
    return { kind: 'invalid', message: error?.message ?? '' };
  if (status === 429)
    return { kind: 'too-many', retryAfterSeconds: error?.retryAfterSeconds ?? 60 };
  if (error?.id !== undefined) return { kind: 'failed', id: error.id };
  return { kind: 'offline' };
}

/** Posts JSON to a route of ours. Everything that keeps an answer from arriving is 'offline', and safe to send again. */
export async function postJson<T>(
  path: string,
  body: unknown,
): Promise<Result<T, PracticeFailure>> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const json: unknown = await response.json();
    return response.ok ? ok(json as T) : err(failureOf(response.status, json as ErrorBody));
  } catch {
    return err({ kind: 'offline' });
  }
}
