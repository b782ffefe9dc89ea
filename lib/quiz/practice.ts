/**
 * The practice contract: what the practice screen is given and what it asks for. The screen knows no address and no
 * database; `app/` hands it these callbacks. Every value is plain JSON, in the reader's language.
 */
import type { Confidence, QuestionView, Response, Verdict } from './types';
import type { Result } from '@/lib/kernel/result';

/** One question on the learner's screen. Asking for the next one again before answering gives the same showing. */
export interface PracticeQuestion {
  readonly status: 'question';
  /** Names this showing of this variant to this learner; the only thing an answer refers to. */
  readonly showingId: string;
  readonly question: QuestionView;
  /** `done`: answered since this sitting began. `due`: still to answer now, this one included. */
  readonly position: { readonly done: number; readonly due: number };
}

/** Nothing is due now: what the sitting came to. */
export interface PracticeDone {
  readonly status: 'done';
  readonly answered: number;
  readonly correct: number;
  /** Concepts met for the first time in this sitting and answered rightly. */
  readonly learned: readonly { readonly id: string; readonly title: string }[];
  /** Cards due on the learner's next local day. */
  readonly tomorrow: number;
  /** When the next card is due; null when there is no card at all. */
  readonly nextDue: ComesBack | null;
  /** The last answer of the sitting, while it can still be undone. */
  readonly lastReviewId: string | null;
}

export type PracticeStep = PracticeQuestion | PracticeDone;

/** When a card is due: on one of the learner's local days, or within the same day at an instant. */
export type ComesBack =
  | { readonly kind: 'day'; readonly day: string; readonly inDays: number }
  | { readonly kind: 'time'; readonly at: number; readonly inMinutes: number };

/** What the screen sends. Sent again with the same key after a lost connection; the server grades it once. */
export interface Submission {
  readonly showingId: string;
  /** A random UUID made once per showing, before the first attempt to send. */
  readonly idempotencyKey: string;
  readonly response: Response;
  /** Asked before the verdict. Null for a flashcard and for "I don't know", where it is not asked. */
  readonly confidence: Confidence | null;
  /** Milliseconds from seeing the question to answering, hidden-tab time left out. */
  readonly responseMs: number;
}

/** What an answer came to. The same submission always gives the same outcome, in the language asked for now. */
export interface AnswerOutcome {
  readonly verdict: Verdict;
  /** The question as it was asked, in the present language. */
  readonly question: QuestionView;
  /** The response that was graded: another one than sent when this showing was already answered (another tab). */
  readonly response: Response;
  readonly alreadyAnswered: boolean;
  /** When the card comes back; null where nothing is scheduled (the landing page's live question). */
  readonly comesBack: ComesBack | null;
  /** What `undo` takes; null where there is nothing to undo. */
  readonly reviewId: string | null;
}

/** Why a request of the practice screen was refused. `message` is in the reader's language. */
export type PracticeFailure =
  /** No answer came (offline, time out, 5xx from a proxy). Safe to send again with the same key. */
  | { readonly kind: 'offline' }
  /** The session ended. The answer stays on the device; the learner signs in and it is sent. */
  | { readonly kind: 'signed-out' }
  /** This showing does not exist for this learner. */
  | { readonly kind: 'gone' }
  /** The answer cannot be read (an empty command, a typing slip the shell would refuse): it costs nothing. */
  | { readonly kind: 'invalid'; readonly message: string }
  | { readonly kind: 'too-many'; readonly retryAfterSeconds: number }
  /** A fault of ours; `id` is in the log too. */
  | { readonly kind: 'failed'; readonly id: string };

/**
 * The callbacks behind the practice screen. They resolve to a refusal instead of rejecting; a rejection is treated
 * as a lost connection.
 */
export interface PracticeApi {
  readonly submitAnswer: (
    submission: Submission,
  ) => Promise<Result<AnswerOutcome, PracticeFailure>>;
  /** A flashcard's back. Idempotent; the server notes the first time. */
  readonly reveal: (
    showingId: string,
  ) => Promise<Result<{ readonly back: string }, PracticeFailure>>;
  readonly next: () => Promise<Result<PracticeStep, PracticeFailure>>;
  /** Takes the last answer back: its card is as it was before. Gives what to do now. */
  readonly undo: (reviewId: string) => Promise<Result<PracticeStep, PracticeFailure>>;
}
