import { activityOf, type Activity } from './activity';
import { riskReasons, type RiskReason } from './at-risk';
import { beliefFigures, type BeliefFigure } from './beliefs';
import { groupBy, meanOf, shareOf, type Mean, type Share } from './figures';
import { meanInterval, type MeanInterval } from './mean-interval';
import type { FirstAttempt, ReportCard, ReportRows } from './rows';

/** What is known of how well something is known: both figures with their own N. */
export interface Knowledge {
  /** Right first attempts. */
  readonly accuracy: Share;
  /** Predicted recall today, over cards; null without a card. */
  readonly recall: Mean | null;
  /** Predicted recall on the readiness date, over cards. */
  readonly recallOnDate: Mean | null;
}

export interface LearnerFigures extends Knowledge, Activity {
  readonly learnerId: string;
  /** Concepts with at least one card, out of those that have questions. */
  readonly begun: Share;
  /** Cards due before today. */
  readonly overdue: number;
  readonly reasons: readonly RiskReason[];
}

export interface ConceptFigures extends Knowledge {
  readonly conceptId: string;
  /** Learners with at least one card of it, out of all. */
  readonly begun: Share;
  /** By learner id; a learner who has not met the concept has no entry. */
  readonly cells: ReadonlyMap<string, Knowledge>;
}

/** One recall figure for the cohort: every learner counts the same. */
export interface CohortRecall {
  /** Mean of the learners' own means; null without a card. */
  readonly mean: Mean | null;
  /** Its 95 % interval; null below five learners. */
  readonly interval: MeanInterval | null;
}

export interface CohortReport {
  readonly learners: readonly LearnerFigures[];
  /** In course order, every concept that has questions. */
  readonly concepts: readonly ConceptFigures[];
  readonly beliefs: readonly BeliefFigure[];
  /** Learners with an answer on their last 7 days, out of all. */
  readonly practised7: Share;
  readonly accuracy: Share;
  readonly recallNow: CohortRecall;
  readonly recallOnDate: CohortRecall;
}

/**
 * The figures of a cohort's page from its rows. Rows about somebody who is not among the learners, or about a concept
 * that is not among the concepts, do not count.
 */
export function cohortReport(rows: ReportRows): CohortReport {
  const learnerIds = new Set(rows.learners.map(({ id }) => id));
  const conceptIds = new Set(rows.concepts);
  const belongs = (row: { readonly learnerId: string; readonly conceptId: string }): boolean =>
    learnerIds.has(row.learnerId) && conceptIds.has(row.conceptId);
  const attempts = rows.firstAttempts.filter(belongs);
  const cards = rows.cards.filter(belongs);
  const learners = learnerFigures(rows, attempts, cards);
  return {
    learners,
    concepts: conceptFigures(rows, attempts, cards),
    beliefs: beliefFigures(rows.bearings.filter(({ learnerId }) => learnerIds.has(learnerId))),
    practised7: shareOf(learners, ({ daysIn7 }) => daysIn7 > 0),
    accuracy: shareOf(attempts, ({ correct }) => correct),
    recallNow: cohortRecall(learners.map(({ recall }) => recall)),
    recallOnDate: cohortRecall(learners.map(({ recallOnDate }) => recallOnDate)),
  };
}

function knowledgeOf(attempts: readonly FirstAttempt[], cards: readonly ReportCard[]): Knowledge {
  return {
    accuracy: shareOf(attempts, ({ correct }) => correct),
    recall: meanOf(cards.map(({ recallNow }) => recallNow)),
    recallOnDate: meanOf(
      cards.flatMap(({ recallOnDate }) => (recallOnDate === null ? [] : [recallOnDate])),
    ),
  };
}

function learnerFigures(
  { learners, concepts, days }: ReportRows,
  attempts: readonly FirstAttempt[],
  cards: readonly ReportCard[],
): readonly LearnerFigures[] {
  const daysOf = groupBy(days, ({ learnerId }) => learnerId);
  const attemptsOf = groupBy(attempts, ({ learnerId }) => learnerId);
  const cardsOf = groupBy(cards, ({ learnerId }) => learnerId);
  return learners.map(({ id, joinedDaysAgo }) => {
    const activity = activityOf(daysOf.get(id) ?? []);
    const firstAttempts = attemptsOf.get(id) ?? [];
    const own = cardsOf.get(id) ?? [];
    const overdue = own.filter((card) => card.overdue).length;
    return {
      learnerId: id,
      ...activity,
      ...knowledgeOf(firstAttempts, own),
      begun: { part: new Set(own.map(({ conceptId }) => conceptId)).size, of: concepts.length },
      overdue,
      reasons: riskReasons({ joinedDaysAgo, activity, overdue, firstAttempts }),
    };
  });
}

function conceptFigures(
  { learners, concepts }: ReportRows,
  attempts: readonly FirstAttempt[],
  cards: readonly ReportCard[],
): readonly ConceptFigures[] {
  const attemptsOf = groupBy(attempts, ({ conceptId }) => conceptId);
  const cardsOf = groupBy(cards, ({ conceptId }) => conceptId);
  return concepts.map((conceptId) => {
    const tried = attemptsOf.get(conceptId) ?? [];
    const held = cardsOf.get(conceptId) ?? [];
    const triedBy = groupBy(tried, ({ learnerId }) => learnerId);
    const heldBy = groupBy(held, ({ learnerId }) => learnerId);
    const cells = new Map<string, Knowledge>();
    for (const { id } of learners) {
      const own = { tried: triedBy.get(id) ?? [], held: heldBy.get(id) ?? [] };
      if (own.tried.length + own.held.length > 0) cells.set(id, knowledgeOf(own.tried, own.held));
    }
    return {
      conceptId,
      ...knowledgeOf(tried, held),
      begun: { part: heldBy.size, of: learners.length },
      cells,
    };
  });
}

function cohortRecall(means: readonly (Mean | null)[]): CohortRecall {
  const values = means.flatMap((mean) => (mean === null ? [] : [mean.mean]));
  return { mean: meanOf(values), interval: meanInterval(values) };
}
