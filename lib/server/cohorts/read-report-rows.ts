import 'server-only';
import type { Bearing, FirstAttempt, PracticeDay, ReportCard } from '@/lib/reports/rows';
import { daysBetween, localDay, parseTimeZone, type LocalDay } from '@/lib/scheduling/local-day';
import { parametersForRetention } from '@/lib/scheduling/parameters';
import { recallOn } from '@/lib/scheduling/recall';
import type { Prisma } from '@/lib/server/generated/client';
import { cardFromRow } from '@/lib/server/practice/card-row';

/** Somebody who learns in the cohort, at one moment. */
export interface CohortLearner {
  readonly id: string;
  readonly timeZone: string;
  readonly rollOverHour: number;
  readonly desiredRetention: number;
}

/** The latest answer of a learner that bears on a belief, with the answer itself. */
export interface BearingAnswer extends Bearing {
  readonly answerId: string;
}

/** The learner's local day at `now` (milliseconds). */
export function todayOf(
  { timeZone, rollOverHour }: Pick<CohortLearner, 'timeZone' | 'rollOverHour'>,
  now: number,
): LocalDay {
  const zone = parseTimeZone(timeZone);
  if (!zone.ok) throw new Error(`unknown time zone ${timeZone}`);
  return localDay(now, zone.value, rollOverHour);
}

/** How many answers each learner gave on each of their days. */
export async function readPracticeDays(
  client: Prisma.TransactionClient,
  learners: readonly CohortLearner[],
  now: number,
): Promise<readonly PracticeDay[]> {
  const ids = learners.map(({ id }) => id);
  const todays = learners.map((learner) => todayOf(learner, now));
  return client.$queryRaw<PracticeDay[]>`
    SELECT a.learner_id AS "learnerId", greatest(0, t.today - a.local_day) AS "daysAgo",
           count(*)::int AS answers
    FROM unnest(${ids}::uuid[], ${todays}::date[]) AS t(learner_id, today)
    JOIN answers a ON a.learner_id = t.learner_id
    GROUP BY 1, 2`;
}

/**
 * First answers to the questions that the cohort sees: the course's and those published to it. What a learner answers
 * to another cohort's own questions is not this instructor's to read. Flashcards are graded by the learner, not by the
 * engine, and stay out (docs/decisions/031).
 */
export async function readFirstAttempts(
  client: Prisma.TransactionClient,
  cohortId: string,
  learnerIds: readonly string[],
): Promise<readonly FirstAttempt[]> {
  return client.$queryRaw<FirstAttempt[]>`
    SELECT a.learner_id AS "learnerId", tv.concept_id AS "conceptId", a.correct,
           (extract(epoch FROM a.answered_at) * 1000)::float8 AS at
    FROM answers a
    JOIN variants v ON v.id = a.variant_id
    JOIN template_versions tv ON tv.id = v.template_version_id
    JOIN templates t ON t.id = tv.template_id
    WHERE a.learner_id = ANY(${learnerIds}::uuid[]) AND a.first_attempt AND tv.kind <> 'flashcard'
      AND (t.origin = 'course' OR EXISTS (
        SELECT 1 FROM publications p WHERE p.template_id = t.id AND p.cohort_id = ${cohortId}::uuid))`;
}

/**
 * The latest answer of each learner that bears on each belief: it showed the belief, or was right where the belief
 * would have given another answer (the rule of the planner, lib/server/practice/plan-input.ts). Of the questions that
 * the cohort sees.
 */
export async function readBearings(
  client: Prisma.TransactionClient,
  cohortId: string,
  learnerIds: readonly string[],
): Promise<readonly BearingAnswer[]> {
  return client.$queryRaw<BearingAnswer[]>`
    WITH seen AS (
      SELECT a.learner_id, a.id, a.correct, a.answered_at, tv.beliefs
      FROM answers a
      JOIN variants v ON v.id = a.variant_id
      JOIN template_versions tv ON tv.id = v.template_version_id
      JOIN templates t ON t.id = tv.template_id
      WHERE a.learner_id = ANY(${learnerIds}::uuid[])
        AND (t.origin = 'course' OR EXISTS (
          SELECT 1 FROM publications p WHERE p.template_id = t.id AND p.cohort_id = ${cohortId}::uuid))
    ), bearing AS (
      SELECT learner_id, id, answered_at, belief, false AS shown
      FROM seen CROSS JOIN LATERAL unnest(beliefs) AS belief
      WHERE correct
      UNION ALL
      SELECT seen.learner_id, seen.id, seen.answered_at, ab.misconception_id, true
      FROM seen
      JOIN answer_beliefs ab ON ab.learner_id = seen.learner_id AND ab.answer_id = seen.id
    )
    SELECT DISTINCT ON (learner_id, belief) learner_id AS "learnerId", belief, shown,
           id AS "answerId", (extract(epoch FROM answered_at) * 1000)::float8 AS at
    FROM bearing
    ORDER BY learner_id, belief, answered_at DESC, shown DESC, id DESC`;
}

/** The learners' cards that have a memory, with the recall that the scheduler itself predicts. */
export async function readCards(
  client: Prisma.TransactionClient,
  learners: readonly CohortLearner[],
  readinessDate: LocalDay | null,
  now: number,
): Promise<readonly ReportCard[]> {
  const rows = await client.card.findMany({
    where: { learnerId: { in: learners.map(({ id }) => id) }, state: { not: 'new' } },
  });
  const byId = new Map(
    learners.map((learner) => {
      const parameters = parametersForRetention(learner.desiredRetention);
      if (!parameters.ok) throw new Error(`person ${learner.id}: ${parameters.error.kind}`);
      return [learner.id, { today: todayOf(learner, now), parameters: parameters.value }] as const;
    }),
  );
  return rows.flatMap((row) => {
    const learner = byId.get(row.learnerId);
    const card = cardFromRow(row);
    if (learner === undefined || card.state === 'new') return [];
    const { today, parameters } = learner;
    const ahead = readinessDate !== null && readinessDate >= today;
    const { due } = card;
    return [
      {
        learnerId: row.learnerId,
        conceptId: row.conceptId,
        recallNow: recallOn(card, today, parameters) ?? 0,
        recallOnDate: ahead ? recallOn(card, readinessDate, parameters) : null,
        // A step within a day is overdue once that day is over.
        overdue: due.kind === 'day' ? due.day < today : card.lastReviewedDay < today,
      },
    ];
  });
}

/** Whole local days since an instant. */
export function daysSince(
  instant: Date,
  learner: Pick<CohortLearner, 'timeZone' | 'rollOverHour'>,
  now: number,
): number {
  return Math.max(0, daysBetween(todayOf(learner, instant.getTime()), todayOf(learner, now)));
}
