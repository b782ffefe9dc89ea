import type { LabApi } from '@/lib/quiz/lab-contract';
import type { PracticeApi } from '@/lib/quiz/practice';
import { postJson } from '../../post-json';

/** The practice screen's callbacks over HTTP. `concept`: the one that is practised; null for the day's practice. */
export function practiceApiFor(concept: string | null): PracticeApi {
  const about = concept === null ? {} : { concept };
  return {
    submitAnswer: (submission) => postJson('/api/practice/answers', submission),
    reveal: (showingId) => postJson('/api/practice/reveals', { showingId }),
    next: () => postJson('/api/practice/next', about),
    undo: (reviewId) => postJson('/api/practice/undo', { reviewId, ...about }),
  };
}

/** A hands-on question's callbacks over HTTP. */
export function labApiFor(showingId: string): LabApi {
  const post = <T>(what: string, body: object) =>
    postJson<T>(`/api/practice/lab/${what}`, { showingId, ...body });
  return {
    open: () => post('open', {}),
    follow: (version) => post('open', { version }),
    run: (line, commandKey) => post('lines', { commandKey, line }),
    complete: (text, cursor) => post('completions', { text, cursor }),
    hint: (number) => post('hints', { number }),
    restart: (commandKey) => post('restarts', { commandKey }),
    keys: (asked) => post('keys', { asked }),
  };
}
