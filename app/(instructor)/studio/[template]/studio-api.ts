import { err, ok, type Result } from '@/lib/kernel/result';
import type { StudioApi, StudioFailure } from '@/lib/quiz/studio';

/** Longer than a live check may take, and longer than a proof over all seeds may. */
const waitMs = 20_000;
const publishWaitMs = 60_000;

interface ErrorBody {
  readonly error?: {
    readonly message?: string;
    readonly id?: string;
    readonly retryAfterSeconds?: number;
  };
}

/** Why a request was refused, from its status and the body that `toResponse` writes. */
function failureOf(status: number, { error }: ErrorBody): StudioFailure {
  if (status === 401) return { kind: 'signed-out' };
  if (status === 403 || status === 404) return { kind: 'gone' };
  if (status === 409) return { kind: 'conflict' };
  if (status === 400) return { kind: 'invalid', message: error?.message ?? '' };
  if (status === 429)
    return { kind: 'too-many', retryAfterSeconds: error?.retryAfterSeconds ?? 60 };
  if (error?.id !== undefined) return { kind: 'failed', id: error.id };
  return { kind: 'offline' };
}

/**
 * Posts JSON to a route of the studio. Unlike the practice screen's `postJson` it can be called off and tells a conflict
 * from what is gone.
 */
async function post<T>(
  path: string,
  body: unknown,
  { ms = waitMs, signal }: { readonly ms?: number; readonly signal?: AbortSignal } = {},
): Promise<Result<T, StudioFailure>> {
  const late = AbortSignal.timeout(ms);
  try {
    const response = await fetch(`/api/studio/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: signal === undefined ? late : AbortSignal.any([signal, late]),
    });
    const json: unknown = await response.json();
    return response.ok ? ok(json as T) : err(failureOf(response.status, json as ErrorBody));
  } catch {
    // No connection, too late, called off, or a proxy's page instead of JSON: nothing arrived.
    return err({ kind: 'offline' });
  }
}

/** The editor's callbacks over HTTP, for one template. */
export function studioApiFor(template: string): StudioApi {
  return {
    save: (text, base) => post('draft', { template, text, base }),
    check: (text, signal) => post('check', { template, text }, { signal }),
    samples: (text, round) => post('samples', { template, text, round }),
    answer: (text, seed, response, locale) =>
      post('answers', { template, text, seed, response, locale }),
    play: (text, seed, typed, locale) => post('play', { template, text, seed, ...typed, locale }),
    complete: (text, seed, typed) => post('completions', { template, text, seed, ...typed }),
    publish: (revision, cohorts) =>
      post('publish', { template, revision, cohorts }, { ms: publishWaitMs }),
  };
}
