import type { PracticeApi } from '@/lib/quiz/practice';
import { postJson } from '../../post-json';

/** The practice screen's callbacks over HTTP. */
export const practiceApi: PracticeApi = {
  submitAnswer: (submission) => postJson('/api/practice/answers', submission),
  reveal: (showingId) => postJson('/api/practice/reveals', { showingId }),
  next: () => postJson('/api/practice/next', {}),
  undo: (reviewId) => postJson('/api/practice/undo', { reviewId }),
};
