import type { Result } from '@/lib/kernel/result';
import type { QuestionView } from '@/lib/quiz/types';
import type { ComesBack, PracticeFailure, AnswerOutcome, Submission } from '@/lib/quiz/practice';

/** What the signed-in first page shows. */
export interface TodaySummary {
  /** Questions due now. */
  readonly due: number;
  /** How long they take at this learner's pace. */
  readonly minutes: number;
  /** Questions answered since the learner's local day began. */
  readonly answeredToday: number;
  /** Local days in a row with practice or with nothing due. */
  readonly streakDays: number;
  /** When the next card is due if none is now; null when there is no card at all. */
  readonly nextDue: ComesBack | null;
  /** The learner's next seven local days, today first. `day` is `YYYY-MM-DD`. */
  readonly week: readonly { readonly day: string; readonly due: number }[];
}

/** The one question of the landing page: nothing of it is scheduled. */
export interface LiveQuestion {
  readonly showingId: string;
  readonly question: QuestionView;
}

/** Grades the landing page's question. `comesBack` and `reviewId` of the outcome are null. */
export type CheckLiveAnswer = (
  submission: Submission,
) => Promise<Result<AnswerOutcome, PracticeFailure>>;
