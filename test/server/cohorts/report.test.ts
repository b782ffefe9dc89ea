import { createHash } from 'node:crypto';
import Papa from 'papaparse';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createCohort } from '@/lib/server/cohorts/create-cohort';
import { cohortSchema } from '@/lib/server/cohorts/cohort-fields';
import { joinCohort } from '@/lib/server/cohorts/join-cohort';
import { readCohortReport, type CohortReportView } from '@/lib/server/cohorts/read-cohort-report';
import { reportCsv, type ReportTable } from '@/lib/server/cohorts/report-csv';
import { db } from '@/lib/server/db';
import { rebuildCards } from '@/lib/server/practice/rebuild-cards';
import { makeCourse, review, undo, type Course } from '../accounts/practice-fixture';
import { again, codeOf, newViewer } from './cohort-fixture';

// Noon of the 20th in UTC; the learners live in UTC, so that their days are the calendar's.
const now = Date.parse('2026-03-20T12:00:00Z');
vi.mock('@/lib/server/clock', () => ({ now: () => now }));

const at = (text: string) => new Date(`2026-03-${text}:00Z`);
const words = { ko: '말', en: 'words' };

let course: Course;
let view: CohortReportView;
let learners: readonly string[];

/** A question on `concept` whose wrong option is the belief `m.test`, owned by nobody or by an instructor. */
async function addBeliefQuestion(
  id: string,
  conceptId: string,
  origin: 'course' | 'studio',
  kind: 'choice' | 'flashcard' = 'choice',
) {
  const hash = createHash('sha256').update('{}').digest('hex');
  await db.template.create({ data: { id, origin, conceptId } });
  const version = await db.templateVersion.create({
    data: {
      templateId: id,
      number: 1,
      conceptId,
      kind,
      skill: kind === 'flashcard' ? 'recall' : 'recognise',
      source: 'x',
      definition: {},
      sourceHash: hash,
      beliefs: ['m.test'],
      proof: {},
      engineVersion: 'test',
    },
  });
  const proof = await db.proof.create({ data: { engineVersion: 'test', body: {} } });
  const options = [
    { id: 'a', text: { ko: '맞음', en: 'right' } },
    { id: 'b', text: { ko: '틀림', en: 'wrong' } },
  ];
  const variant = await db.variant.create({
    data: {
      templateVersionId: version.id,
      seed: id,
      fingerprint: hash.slice(0, 32),
      question: {
        kind: 'choice',
        conceptId,
        prompt: { ko: '어느 것?', en: 'Which one?' },
        scenario: [{ command: 'docker ps', output: '' }],
        control: { kind: 'choice', options },
      },
      key: { kind: 'choice', option: 'a', options: [] },
      setupHash: hash,
      proofId: proof.id,
    },
  });
  return variant.id;
}

beforeAll(async () => {
  course = await makeCourse(['pause', 'tag', 'rest']);
  const shown = await addBeliefQuestion('t.belief', 'pause', 'course');
  const foreign = await addBeliefQuestion('t.foreign', 'tag', 'studio');
  const card = await addBeliefQuestion('t.card', 'pause', 'course', 'flashcard');
  const cards: Course = { variants: { pause: card } };
  const beliefs: Course = { variants: { pause: shown } };
  const foreignCourse: Course = { variants: { tag: foreign } };
  const title = (name: string) => ({ title: { ko: `${name}!`, en: name } });
  for (const id of ['pause', 'tag', 'rest'])
    await db.concept.update({ where: { id }, data: title(id) });
  await db.misconception.update({
    where: { id: 'm.test' },
    data: { belief: words, answer: words },
  });

  const teacher = await newViewer('member', 'Teacher');
  const cohortId = await createCohort(
    { ...teacher, timeZone: 'UTC' },
    cohortSchema.parse({ name: 'Spring', readinessDate: '2026-04-01' }),
  );
  const code = await codeOf(cohortId);
  const names = ['Ann', 'Bo', '=HYPERLINK("x")'];
  const joined = [];
  for (const name of names) {
    const viewer = await newViewer('member', name);
    await db.person.update({
      where: { id: viewer.id },
      data: { timeZone: 'UTC', rollOverHour: 0 },
    });
    await joinCohort(viewer, code, null);
    joined.push(viewer.id);
  }
  learners = joined;
  const [ann = '', bo = ''] = joined;

  // Ann: two days, 3 first attempts (2 right), a later wrong answer that is no first attempt, an undone wrong one,
  // a flashcard that was not recalled.
  await review(course, ann, 'pause', at('10T10:00'), true);
  await review(course, ann, 'tag', at('10T10:05'), true);
  await review(course, ann, 'pause', at('20T09:00'), false);
  await review(beliefs, ann, 'pause', at('20T09:05'), false);
  const slip = await review(course, ann, 'rest', at('20T09:10'), true);
  await undo(ann, 'rest', slip.reviewId, at('20T09:11'));
  await review(cards, ann, 'pause', at('20T09:20'), false);
  // Bo: showed the belief, then answered a question on it right; and a question of another cohort, wrong.
  await review(beliefs, bo, 'pause', at('01T10:00'), false);
  await review(beliefs, bo, 'pause', at('02T10:00'), true);
  await review(foreignCourse, bo, 'tag', at('05T10:00'), false);
  for (const id of joined) await db.$transaction((tx) => rebuildCards(tx, id));

  view = await readCohortReport(await again(teacher), cohortId, 'en');
});

const learner = (index: number) =>
  view.report.learners.find(({ learnerId }) => learnerId === learners[index]);
const concept = (id: string) => view.report.concepts.find(({ conceptId }) => conceptId === id);

describe('the report from stored rows', () => {
  test('who practised: every answer counts, days are the learner’s own', () => {
    expect(learner(0)).toMatchObject({
      answers: 6,
      lastDaysAgo: 0,
      daysIn7: 1,
      daysIn28: 2,
      reasons: [],
    });
    expect(learner(1)).toMatchObject({
      answers: 3,
      lastDaysAgo: 15,
      reasons: [{ kind: 'idle', days: 15 }],
    });
    expect(learner(2)).toMatchObject({ answers: 0, lastDaysAgo: null, recall: null });
  });

  test('accuracy counts first attempts only, undone ones included, flashcards left out', () => {
    // pause right, tag right, belief question wrong, rest right (undone).
    expect(learner(0)?.accuracy).toEqual({ part: 3, of: 4 });
    expect(concept('pause')?.accuracy).toEqual({ part: 1, of: 3 });
  });

  test('a question published to another cohort is not read', () => {
    // Bo's wrong answer to the studio question of another cohort would be a second first attempt.
    expect(learner(1)?.accuracy).toEqual({ part: 0, of: 1 });
    expect(concept('tag')?.accuracy).toEqual({ part: 1, of: 1 });
  });

  test('predicted recall is the scheduler’s, over the cards that have a memory', async () => {
    const cards = await db.card.findMany({ where: { learnerId: learners[0] ?? '' } });
    expect(cards.filter(({ state }) => state === 'new')).toHaveLength(1);
    expect(learner(0)?.recall?.n).toBe(2);
    // Ann's card of `pause` was answered today (recall 1); `tag` ten days ago with Good's first stability.
    const tag = cards.find(({ conceptId }) => conceptId === 'tag');
    const stability = tag?.stability ?? 0;
    const decay = 0.1542;
    const factor = 0.9 ** (-1 / decay) - 1;
    const expected = (1 + (factor * 10) / stability) ** -decay;
    expect(concept('tag')?.cells.get(learners[0] ?? '')?.recall?.mean).toBeCloseTo(expected, 6);
    expect(concept('pause')?.cells.get(learners[0] ?? '')?.recall?.mean).toBe(1);
    expect(learner(0)?.recall?.mean).toBeCloseTo((1 + expected) / 2, 6);
  });

  test('the forecast for the readiness date is lower than recall now', () => {
    expect(view.daysToReadiness).toBe(12);
    const { recall, recallOnDate } = learner(0) ?? {};
    expect(recallOnDate?.n).toBe(2);
    expect(recallOnDate?.mean ?? 1).toBeLessThan(recall?.mean ?? 0);
  });

  test('a belief is held by whoever showed it last, and not by whoever was right since', () => {
    expect(view.report.beliefs).toEqual([
      { belief: 'm.test', held: { part: 1, of: 2 }, holders: [learners[0]] },
    ]);
    expect(view.beliefs.get('m.test')).toEqual({
      id: 'm.test',
      belief: 'words',
      answer: 'words',
      question: {
        prompt: 'Which one?',
        scenario: [{ command: 'docker ps', output: '' }],
        answered: 'wrong',
      },
    });
  });
});

describe('the files', () => {
  const table = (name: ReportTable) =>
    Papa.parse<Record<string, string>>(reportCsv(view, name).slice(1), {
      header: true,
      skipEmptyLines: true,
    }).data;

  test('learners: one line each, figures with their N, a formula in a name is neutralised', () => {
    const rows = table('learners');
    expect(rows.map((row) => row['learner'])).toEqual(['\'=HYPERLINK("x")', 'Ann', 'Bo']);
    expect(rows[1]).toMatchObject({
      learner_id: learners[0],
      synthetic: 'no',
      last_practised_days_ago: '0',
      answers: '6',
      first_attempts_right: '3',
      first_attempts: '4',
      first_attempt_accuracy: '0.75',
      cards_now: '2',
      concepts_begun: '2',
      concepts: '3',
    });
    expect(rows[0]).toMatchObject({
      last_practised_days_ago: '',
      first_attempt_accuracy: '',
      predicted_recall_now: '',
      cards_now: '0',
    });
  });

  test('map: a line for each learner and concept that was met', () => {
    expect(table('map').map((row) => [row['learner'], row['concept']])).toEqual([
      ['Ann', 'pause'],
      ['Ann', 'tag'],
      ['Ann', 'rest'],
      ['Bo', 'pause'],
      ['Bo', 'tag'],
    ]);
  });

  test('beliefs: share and N', () => {
    expect(table('beliefs')).toEqual([
      {
        misconception: 'words',
        misconception_id: 'm.test',
        learners_holding: '1',
        learners_asked: '2',
        share: '0.5',
      },
    ]);
  });

  test('the bytes begin with a byte order mark', () => {
    expect([...Buffer.from(reportCsv(view, 'learners')).subarray(0, 3)]).toEqual([
      0xef, 0xbb, 0xbf,
    ]);
  });
});

test('answers of somebody who is not in the cohort change nothing', async () => {
  const stranger = await newViewer('member', 'Stranger');
  await review(course, stranger.id, 'pause', at('20T08:00'), false);
  const viewer = await db.membership.findFirstOrThrow({
    where: { cohortId: view.id, role: 'instructor' },
  });
  const later = await readCohortReport(await again({ id: viewer.personId }), view.id, 'en');
  expect(later.report).toEqual(view.report);
});
