import type { PracticeApi } from '@/lib/quiz/practice';
import { postJson } from '../../post-json';

/** The practice screen's callbacks over HTTP. */
export const practiceApi: PracticeApi = {
  submitAnswer: (submission) => postJson('/api/practice/answers', submission),
  reveal: (showingId) => postJson('/api/practice/reveals', { showingId }),
  lab: (showingId) => ({
    open: () => postJson('/api/practice/lab/open', { showingId }),
    type: (line, commandKey) =>
      postJson('/api/practice/lab/lines', { showingId, commandKey, line }),
    hint: (number) => postJson('/api/practice/lab/hints', { showingId, number }),
    restart: (commandKey) => postJson('/api/practice/lab/restarts', { showingId, commandKey }),
  }),
  next: () => postJson('/api/practice/next', {}),
  undo: (reviewId) => postJson('/api/practice/undo', { reviewId }),
};
