import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/server/db';
import { readCohortReport } from '@/lib/server/cohorts/read-cohort-report';
import { rebuildCards } from '@/lib/server/practice/rebuild-cards';
import { makeDemo, type Demo } from '../../../scripts/demo/make-demo';
import { again, newViewer } from '../../server/cohorts/cohort-fixture';
import { makeDemoCourse, variantsEach } from './demo-course';

const now = Date.parse('2026-06-15T12:00:00+09:00');
const learners = 12;

let instructorId: string;
let demo: Demo;

const make = (at = now) =>
  makeDemo({ now: at, learners, days: 60, poolSize: variantsEach, instructorId });

/** Everything the learners did, but for what the database numbers. */
async function everything() {
  const of = { where: { learner: { synthetic: true } } } as const;
  const [people, reviews, answers, beliefs, cards] = await Promise.all([
    db.person.findMany({ where: { synthetic: true }, orderBy: { id: 'asc' } }),
    db.review.findMany({ ...of, orderBy: [{ learnerId: 'asc' }, { id: 'asc' }] }),
    db.answer.findMany({ ...of, orderBy: [{ learnerId: 'asc' }, { id: 'asc' }] }),
    db.answerBelief.findMany({ orderBy: [{ learnerId: 'asc' }, { answerId: 'asc' }] }),
    db.card.findMany({
      ...of,
      orderBy: [{ learnerId: 'asc' }, { conceptId: 'asc' }, { skill: 'asc' }],
    }),
  ]);
  return {
    people,
    answers,
    beliefs,
    cards,
    reviews: reviews.map((row) => ({ ...row, sequence: 0 })),
  };
}

beforeAll(async () => {
  await makeDemoCourse();
  instructorId = (await newViewer('member', 'Teacher')).id;
  demo = await make();
});

describe('the demo', () => {
  test('is one synthetic cohort of synthetic people with two months of answers', async () => {
    expect(demo.learners).toBe(learners);
    const cohort = await db.cohort.findUniqueOrThrow({
      where: { id: demo.cohortId },
      include: { members: { include: { person: true } } },
    });
    expect(cohort.synthetic).toBe(true);
    const students = cohort.members.filter(({ role }) => role === 'learner');
    expect(students).toHaveLength(learners);
    expect(students.every(({ person }) => person.synthetic)).toBe(true);
    expect(await db.answer.count()).toBe(demo.answers);
    const { _min, _max } = await db.answer.aggregate({
      _min: { answeredAt: true },
      _max: { answeredAt: true },
    });
    const day = 86_400_000;
    expect(now - (_min.answeredAt?.getTime() ?? 0)).toBeGreaterThan(55 * day);
    expect(now - (_max.answeredAt?.getTime() ?? 0)).toBeGreaterThan(0);
    expect(now - (_max.answeredAt?.getTime() ?? 0)).toBeLessThan(2 * day);
  });

  test('every learner’s stored cards are what their stored reviews replay to', async () => {
    const cards = () =>
      db.card.findMany({
        orderBy: [{ learnerId: 'asc' }, { conceptId: 'asc' }, { skill: 'asc' }],
      });
    const stored = await cards();
    expect(stored.length).toBeGreaterThan(learners * 5);
    const people = await db.person.findMany({ where: { synthetic: true }, select: { id: true } });
    for (const { id } of people) await db.$transaction((tx) => rebuildCards(tx, id));
    expect(await cards()).toEqual(stored);
  });

  test('the first answer to a template, and no other, is its first attempt', async () => {
    const wrong = await db.$queryRaw<{ n: bigint }[]>`
      SELECT count(*) AS n FROM (
        SELECT a.first_attempt, row_number() OVER (
          PARTITION BY a.learner_id, tv.template_id ORDER BY a.answered_at) AS place
        FROM answers a
        JOIN variants v ON v.id = a.variant_id
        JOIN template_versions tv ON tv.id = v.template_version_id) AS numbered
      WHERE first_attempt <> (place = 1)`;
    expect(Number(wrong[0]?.n)).toBe(0);
  });

  test('the report has something to say under every heading', async () => {
    const { report, beliefs } = await readCohortReport(
      await again({ id: instructorId }),
      demo.cohortId,
      'en',
    );
    expect(report.recallNow.interval?.n).toBeGreaterThan(9);
    expect(report.concepts.every(({ recall }) => recall !== null)).toBe(true);
    expect(report.beliefs.some(({ held }) => held.part > 0)).toBe(true);
    expect([...beliefs.values()].some(({ question }) => question?.answered === 'believed')).toBe(
      true,
    );
    const reasons = new Set(
      report.learners.flatMap((each) => each.reasons.map(({ kind }) => kind)),
    );
    expect(reasons).toContain('idle');
    expect(reasons).toContain('not-begun');
  });

  test('those who were given a false belief show it far more than the others', async () => {
    const shown = await db.answerBelief.count();
    const [spread] = await db.$queryRaw<{ most: bigint; none: bigint }[]>`
      SELECT max(n) AS most, count(*) FILTER (WHERE n = 0) AS none FROM (
        SELECT p.id, count(b.*) AS n FROM people p
        LEFT JOIN answer_beliefs b ON b.learner_id = p.id
        WHERE p.synthetic GROUP BY p.id) AS counted`;
    expect(Number(spread?.most)).toBeGreaterThan((3 * shown) / learners);
  });

  test('made again on the same day it is the same; the cohort, its code and its real people stay', async () => {
    const before = await everything();
    const real = await newViewer('member', 'Real learner');
    await db.membership.create({
      data: { cohortId: demo.cohortId, personId: real.id, role: 'learner' },
    });
    expect(await make()).toEqual(demo);
    expect(await everything()).toEqual(before);
    expect((await again(real)).cohorts).toEqual([{ id: demo.cohortId, role: 'learner' }]);
  });

  test('made again after its cohort was erased there is one of each again', async () => {
    await db.cohort.delete({ where: { id: demo.cohortId } });
    const next = await make();
    expect(next.answers).toBe(demo.answers);
    expect(await db.cohort.count({ where: { synthetic: true } })).toBe(1);
    expect(await db.person.count({ where: { synthetic: true } })).toBe(learners);
  });
});
