/**
 * What a cohort's report is made of: plain rows, the newest day first or not, in any order. Days are counted back from
 * the learner's own today (0), so that nothing here needs a calendar.
 */

/** Somebody who learns in the cohort. */
export interface ReportLearner {
  readonly id: string;
  /** Whole days since joining the cohort. */
  readonly joinedDaysAgo: number;
}

/** What a learner answered on one local day. There is no row for a day without an answer. */
export interface PracticeDay {
  readonly learnerId: string;
  readonly daysAgo: number;
  readonly answers: number;
}

/** A learner's first answer to any variant of a template. Later answers to it are not independent and stay out. */
export interface FirstAttempt {
  readonly learnerId: string;
  readonly conceptId: string;
  readonly correct: boolean;
  /** Milliseconds since 1970-01-01T00:00Z; orders a learner's attempts. */
  readonly at: number;
}

/** A card that was answered at least once and not taken back. */
export interface ReportCard {
  readonly learnerId: string;
  readonly conceptId: string;
  /** Predicted recall on the learner's today, 0 to 1. */
  readonly recallNow: number;
  /** The same on the readiness date, if it is not answered until then; null without a date ahead. */
  readonly recallOnDate: number | null;
  /** Due on a day before today. */
  readonly overdue: boolean;
}

/** An answer that bears on a belief: it showed the belief, or was right where the belief yields another answer. */
export interface Bearing {
  readonly learnerId: string;
  readonly belief: string;
  readonly shown: boolean;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly at: number;
}

export interface ReportRows {
  readonly learners: readonly ReportLearner[];
  /** Ids of the concepts that have questions, in course order. */
  readonly concepts: readonly string[];
  readonly days: readonly PracticeDay[];
  readonly firstAttempts: readonly FirstAttempt[];
  readonly cards: readonly ReportCard[];
  readonly bearings: readonly Bearing[];
}
