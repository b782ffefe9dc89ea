import 'server-only';
import { randomUUID } from 'node:crypto';
import { ZodError } from 'zod';
import { log } from './log';

/** What went wrong, in the words that use cases, pages and programs share. */
export type AppErrorKind =
  'not-found' | 'unauthorized' | 'forbidden' | 'invalid' | 'conflict' | 'too-many' | 'unavailable';

type Words = { readonly ko: string; readonly en: string };

/** The one table from a kind to its HTTP status and to what anybody may be told. */
const KINDS: Readonly<Record<AppErrorKind, { readonly status: number; readonly words: Words }>> = {
  'not-found': {
    status: 404,
    words: { ko: '찾는 것이 없어요.', en: 'There is nothing here.' },
  },
  unauthorized: {
    status: 401,
    words: { ko: '먼저 로그인해 주세요.', en: 'Please sign in first.' },
  },
  forbidden: {
    status: 403,
    words: { ko: '이 일을 할 권한이 없어요.', en: 'You are not allowed to do this.' },
  },
  invalid: {
    status: 400,
    words: {
      ko: '입력을 읽을 수 없어요. 확인하고 다시 보내 주세요.',
      en: 'The input cannot be read. Check it and send it again.',
    },
  },
  conflict: {
    status: 409,
    words: {
      ko: '그 사이 다른 곳에서 바뀌었어요. 새로 고친 뒤 다시 해 주세요.',
      en: 'This was changed elsewhere meanwhile. Reload and try again.',
    },
  },
  'too-many': {
    status: 429,
    words: {
      ko: '너무 많이 시도했어요. 잠시 뒤에 다시 해 주세요.',
      en: 'Too many attempts. Please wait a little and try again.',
    },
  },
  unavailable: {
    status: 503,
    words: {
      ko: '지금은 쓸 수 없어요. 잠시 뒤에 다시 해 주세요.',
      en: 'This is not available right now. Please try again shortly.',
    },
  },
};

const UNEXPECTED: Words = {
  ko: '예상하지 못한 문제가 생겼어요. 다시 해 보고, 되풀이되면 이 번호를 알려 주세요.',
  en: 'Something unexpected went wrong. Try again; if it stays, tell us this number.',
};

export interface AppErrorDetails {
  /** Safe to show, in the reader's language or in both; without it the kind's own words are used. */
  readonly words?: string | Words;
  /** Message by the name of the field it stands beside; safe to show. */
  readonly fields?: Readonly<Record<string, string>>;
  /** For 'too-many' and 'unavailable': when trying again makes sense. */
  readonly retryAfterSeconds?: number;
  /** For the log only. */
  readonly cause?: unknown;
}

/** A refusal that was foreseen. Everything else that is thrown is a fault of ours. */
export class AppError extends Error {
  readonly kind: AppErrorKind;
  readonly words: string | Words | undefined;
  readonly fields: Readonly<Record<string, string>> | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(kind: AppErrorKind, details: AppErrorDetails = {}) {
    super(typeof details.words === 'string' ? details.words : (details.words?.en ?? kind), {
      cause: details.cause,
    });
    this.name = 'AppError';
    this.kind = kind;
    this.words = details.words;
    this.fields = details.fields;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}

/** The body of every refusal of a route handler. `id` is there for faults of ours only; the log has it too. */
export interface ErrorBody {
  readonly error: {
    readonly kind: AppErrorKind | 'failed';
    readonly message: string;
    readonly fields?: Readonly<Record<string, string>>;
    readonly retryAfterSeconds?: number;
    readonly id?: string;
  };
}

/** The HTTP status of a kind. */
export function statusOf(kind: AppErrorKind): number {
  return KINDS[kind].status;
}

/** What may be said of an error to whoever caused it, in the reader's language. */
export function wordsOf(error: AppError, locale: 'ko' | 'en'): string {
  const words = error.words ?? KINDS[error.kind].words;
  return typeof words === 'string' ? words : words[locale];
}

/** Writes an unexpected error to the log and gives the id under which it stands there. */
export function logUnexpected(error: unknown): string {
  const id = randomUUID().slice(0, 8);
  log.error({ id, err: error }, 'unexpected error');
  return id;
}

function foreseen(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  if (!(error instanceof ZodError)) return null;
  const fields = Object.fromEntries(
    error.issues.map((issue) => [issue.path.join('.') || 'body', issue.message]),
  );
  return new AppError('invalid', { fields, cause: error });
}

/** Next ends a request (redirect, not-found, leaving static rendering) by throwing what carries one of these marks. */
function isSignalOfNext(error: unknown): boolean {
  if (!(error instanceof Error) || !('digest' in error)) return false;
  return /^(NEXT_|DYNAMIC_SERVER_USAGE|BAILOUT_)/.test(String(error.digest));
}

/**
 * Turns whatever a route handler threw into its response: foreseen errors (and zod's) by the table above, anything
 * else as 500 with an id that the log has too. Next's own signals (redirect, not-found) are passed on.
 */
export function toResponse(error: unknown, locale: 'ko' | 'en' = 'en'): Response {
  if (isSignalOfNext(error)) throw error;
  const known = foreseen(error);
  if (known === null) {
    const id = logUnexpected(error);
    const body: ErrorBody = { error: { kind: 'failed', message: UNEXPECTED[locale], id } };
    return Response.json(body, { status: 500 });
  }
  const body: ErrorBody = {
    error: {
      kind: known.kind,
      message: wordsOf(known, locale),
      ...(known.fields && { fields: known.fields }),
      ...(known.retryAfterSeconds !== undefined && { retryAfterSeconds: known.retryAfterSeconds }),
    },
  };
  const headers: Record<string, string> =
    known.retryAfterSeconds === undefined
      ? {}
      : { 'Retry-After': String(Math.ceil(known.retryAfterSeconds)) };
  return Response.json(body, { status: statusOf(known.kind), headers });
}
