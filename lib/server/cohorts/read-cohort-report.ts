import 'server-only';
import { cohortReport, type CohortReport } from '@/lib/reports/cohort-report';
import type { Locale, Words } from '@/lib/quiz/types';
import { daysBetween, type LocalDay } from '@/lib/scheduling/local-day';
import { AppError } from '@/lib/server/app-error';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { dayFromColumn } from '@/lib/server/practice/day-column';
import { can, type Asker } from '@/lib/server/permissions';
import { readBeliefQuestions, type BeliefQuestion } from './belief-questions';
import {
  daysSince,
  readBearings,
  readCards,
  readFirstAttempts,
  readPracticeDays,
  todayOf,
} from './read-report-rows';

/** One of the cohort's people as its instructors see them. */
export interface CohortPerson {
  readonly id: string;
  /** Empty for somebody who gave none. */
  readonly name: string;
  readonly kind: 'guest' | 'member';
  readonly role: 'learner' | 'instructor';
  readonly synthetic: boolean;
  readonly joinedDaysAgo: number;
}

/** A belief's words, and the question that showed it last. */
export interface BeliefWords {
  readonly id: string;
  readonly belief: string;
  readonly answer: string;
  readonly question: BeliefQuestion | null;
}

/** Everything the cohort's page shows, in one language. */
export interface CohortReportView {
  readonly id: string;
  readonly name: string;
  readonly joinCode: string;
  readonly readinessDate: LocalDay | null;
  /** Days until the readiness date; null without one, negative once it is over. */
  readonly daysToReadiness: number | null;
  readonly synthetic: boolean;
  readonly people: readonly CohortPerson[];
  /** Titles by concept id, for the concepts of the report. */
  readonly titles: ReadonlyMap<string, string>;
  /** Words by misconception id, for the beliefs of the report. */
  readonly beliefs: ReadonlyMap<string, BeliefWords>;
  readonly report: CohortReport;
}

/**
 * The report of a cohort, for its instructors only.
 * @throws AppError 'not-found' for everybody else, its learners included
 */
export async function readCohortReport(
  viewer: Asker,
  cohortId: string,
  locale: Locale,
): Promise<CohortReportView> {
  if (!can(viewer, 'read:report:own-cohort', { cohortId })) throw new AppError('not-found');
  const at = now();
  const cohort = await readCohortWithPeople(cohortId);
  const readinessDate = cohort.readinessDate === null ? null : dayFromColumn(cohort.readinessDate);
  const learners = cohort.members
    .filter(({ role }) => role === 'learner')
    .map(({ person }) => person);
  const ids = learners.map(({ id }) => id);
  const [concepts, days, firstAttempts, bearings, cards] = await Promise.all([
    readAskedConcepts(cohortId, locale),
    readPracticeDays(db, learners, at),
    readFirstAttempts(db, cohortId, ids),
    readBearings(db, cohortId, ids),
    readCards(db, learners, readinessDate, at),
  ]);
  const people = cohort.members.map(({ role, joinedAt, person }) => ({
    id: person.id,
    name: person.name,
    kind: person.kind,
    synthetic: person.synthetic,
    role,
    joinedDaysAgo: daysSince(joinedAt, person, at),
  }));
  const report = cohortReport({
    learners: people.filter(({ role }) => role === 'learner'),
    concepts: concepts.map(({ id }) => id),
    days,
    firstAttempts,
    cards,
    bearings,
  });
  return {
    id: cohort.id,
    name: cohort.name,
    joinCode: cohort.joinCode,
    readinessDate,
    daysToReadiness: readinessDate === null ? null : daysUntil(readinessDate, cohort.timeZone, at),
    synthetic: cohort.synthetic,
    people,
    titles: new Map(concepts.map(({ id, title }) => [id, title])),
    beliefs: await readBeliefWords(report, bearings, locale),
    report,
  };
}

async function readCohortWithPeople(cohortId: string) {
  const cohort = await db.cohort.findUnique({
    where: { id: cohortId },
    include: {
      members: {
        orderBy: [{ role: 'desc' }, { person: { name: 'asc' } }, { personId: 'asc' }],
        include: {
          person: {
            select: {
              id: true,
              name: true,
              kind: true,
              synthetic: true,
              timeZone: true,
              rollOverHour: true,
              desiredRetention: true,
            },
          },
        },
      },
    },
  });
  if (cohort === null) throw new AppError('not-found');
  return cohort;
}

/** The concepts on which the cohort is asked something, in course order. */
async function readAskedConcepts(cohortId: string, locale: Locale) {
  const rows = await db.concept.findMany({
    where: {
      retired: false,
      templateVersion: {
        some: {
          template: {
            retired: false,
            OR: [{ origin: 'course' }, { publications: { some: { cohortId } } }],
          },
        },
      },
    },
    orderBy: { position: 'asc' },
    select: { id: true, title: true },
  });
  return rows.map(({ id, title }) => ({ id, title: (title as unknown as Words)[locale] }));
}

/** The words of every belief of the report; of those held, the question that the latest holder answered. */
async function readBeliefWords(
  report: CohortReport,
  bearings: Awaited<ReturnType<typeof readBearings>>,
  locale: Locale,
): Promise<ReadonlyMap<string, BeliefWords>> {
  const answers = report.beliefs.flatMap(({ belief, holders }) => {
    const answer = bearings.find(
      (bearing) => bearing.belief === belief && bearing.learnerId === holders[0],
    );
    return answer === undefined ? [] : [answer];
  });
  const [rows, questions] = await Promise.all([
    db.misconception.findMany({ where: { id: { in: report.beliefs.map((each) => each.belief) } } }),
    readBeliefQuestions(db, answers, locale),
  ]);
  const shownBy = new Map(answers.map(({ belief, answerId }) => [belief, answerId]));
  return new Map(
    rows.map(({ id, belief, answer }) => [
      id,
      {
        id,
        belief: (belief as unknown as Words)[locale],
        answer: (answer as unknown as Words)[locale],
        question: questions.get(shownBy.get(id) ?? '') ?? null,
      },
    ]),
  );
}

/** Days from the cohort's today (which begins at midnight) to a day. */
function daysUntil(day: LocalDay, timeZone: string, at: number): number {
  return daysBetween(todayOf({ timeZone, rollOverHour: 0 }, at), day);
}
