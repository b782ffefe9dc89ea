import { beforeAll, describe, expect, test } from 'vitest';
import { skillOf } from '@/lib/quiz/types';
import { readContent } from '@/lib/server/content/read-content';
import { writeWords } from '@/lib/server/content/write-words';
import { db } from '@/lib/server/db';
import type { Prisma } from '@/lib/server/generated/client';
import { getConcept } from '@/lib/server/learn/get-concept';
import { openConceptScene } from '@/lib/server/learn/open-concept-scene';
import { readConceptRun } from '@/lib/server/learn/read-concept-run';
import { readCourseMap } from '@/lib/server/learn/read-course-map';
import { readGlossary } from '@/lib/server/learn/read-glossary';
import { nextQuestion } from '@/lib/server/practice/next-question';
import { readOpened } from '@/lib/server/sandbox/open-sandbox';

const PAUSED = 'lifecycle.paused';
const GRACE = 'lifecycle.stop-grace';
const content = readContent('content');
if (!content.ok) throw new Error(JSON.stringify(content.error));
const { value: course } = content;

let learnerId = '';

/** All words of the course, and the questions of two concepts. */
beforeAll(async () => {
  await db.$transaction((tx) => writeWords(tx, course), { timeout: 30_000 });
  const counts = { templates: 0, concepts: 0, engineVersion: 'test', hash: '0'.repeat(64) };
  const readings = Object.fromEntries(course.readings);
  await db.contentVersion.create({ data: { ...counts, readings } });
  for (const template of course.templates) {
    const { id, conceptId, kind } = template;
    if (conceptId !== PAUSED && conceptId !== GRACE) continue;
    await db.template.create({ data: { id, origin: 'course', conceptId } });
    await db.templateVersion.create({
      data: {
        templateId: id,
        number: 1,
        conceptId,
        kind,
        skill: skillOf[kind],
        source: '',
        definition: template as unknown as Prisma.InputJsonValue,
        sourceHash: '0'.repeat(64),
        beliefs: [],
        proof: {},
        engineVersion: 'test',
      },
    });
  }
  ({ id: learnerId } = await db.person.create({ data: { kind: 'guest' } }));
});

test('a concept’s page has its way through the course, its beliefs, its questions and every kind note', async () => {
  const page = await getConcept(GRACE, learnerId);
  expect(page.needs.map(({ id }) => id)).toEqual(['lifecycle.stopped', 'lifecycle.main-process']);
  const order = course.concepts.map(({ id }) => id);
  expect(page.previous?.id).toBe(order[order.indexOf(GRACE) - 1]);
  expect(page.next?.id).toBe(order[order.indexOf(GRACE) + 1]);
  expect(page.beliefs.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['stop-always-takes-ten', 'stop-is-instant']),
  );
  const own = course.templates.filter(({ conceptId }) => conceptId === GRACE);
  expect(page.questions.reduce((sum, { count }) => sum + count, 0)).toBe(own.length);
  expect(page.questions.every(({ answered }) => answered === 0)).toBe(true);
  expect(page.knowledge).toEqual({ standing: 'new', recall: null });
});

test('every statement that has a kind note stands on the page of every concept that teaches it', async () => {
  const noted = course.sources.flatMap(({ source, statements }) =>
    statements.flatMap((statement) => (statement.note === null ? [] : [{ source, ...statement }])),
  );
  const pages = new Map<string, Awaited<ReturnType<typeof getConcept>>>();
  for (const id of new Set(noted.flatMap(({ concepts }) => concepts)))
    pages.set(id, await getConcept(id, learnerId));
  for (const { source, from, note, concepts } of noted)
    for (const id of concepts) {
      const found = pages
        .get(id)
        ?.statements.find((shown) => shown.source === source && shown.from === from);
      expect(found?.note, `${source}#${String(from)} on ${id}`).toEqual(note);
    }
});

test('the text of a concept leads to words that are new, and not to those that were taught before', async () => {
  const { terms } = await getConcept('relation.one-to-many', learnerId);
  const ids = terms.map(({ id }) => id);
  expect(ids).toContain('volume');
  expect(ids).not.toContain('image');
  expect(ids).not.toContain('container');
});

test('a concept that the course does not have is not found', async () => {
  await expect(getConcept('no.such', learnerId)).rejects.toMatchObject({ kind: 'not-found' });
});

test('the map has every concept with its prerequisites, in teaching order', async () => {
  const map = await readCourseMap(learnerId);
  expect(map.map(({ id }) => id)).toEqual(course.concepts.map(({ id }) => id));
  for (const { id, needs } of course.concepts)
    expect(new Set(map.find((each) => each.id === id)?.needs)).toEqual(new Set(needs));
});

test('the glossary names the concepts of each term and the files that it cites', async () => {
  const glossary = await readGlossary();
  expect(glossary.map(({ id }) => id)).toEqual(course.glossary.map(({ id }) => id));
  for (const term of glossary) {
    expect(term.concepts, term.id).not.toEqual([]);
    for (const { file } of term.sources) expect(file).toMatch(/^\d{3}_[0-9a-f]+\.txt$/);
  }
});

test('the scene of a concept is typed into a terminal of the learner’s own', async () => {
  const id = await openConceptScene(learnerId, PAUSED);
  const { kind, entries } = await readOpened(learnerId, id);
  expect(kind).toBe('free');
  const run = await readConceptRun(PAUSED, 'en');
  expect(entries.flatMap((entry) => (entry.kind === 'line' ? [entry.line] : []))).toEqual(
    run.map(({ command }) => command),
  );
});

describe('one concept practised on demand', () => {
  const ask = async (conceptId?: string) => {
    const step = await nextQuestion(learnerId, 'en', conceptId);
    if (step.status !== 'question') throw new Error('nothing is asked');
    return step;
  };

  test('is asked at once, and a question that was only looked at waits instead of being made anew', async () => {
    const first = await ask(PAUSED);
    expect(first.position).toEqual({ done: 0, due: 3 });
    const other = await ask(GRACE);
    expect(other.showingId).not.toBe(first.showingId);
    expect((await ask(PAUSED)).showingId).toBe(first.showingId);
    expect((await ask(GRACE)).showingId).toBe(other.showingId);
    expect(await db.showing.count({ where: { learnerId } })).toBe(2);
    expect((await ask()).showingId).toBe(other.showingId);
  });

  test('does not take the place of a question that was begun', async () => {
    const begun = await ask(GRACE);
    await db.showing.updateMany({
      where: { learnerId, id: begun.showingId },
      data: { revealedAt: new Date() },
    });
    expect((await ask(PAUSED)).showingId).toBe(begun.showingId);
  });

  test('must be one of the course; the open question stays', async () => {
    const open = await ask();
    await expect(nextQuestion(learnerId, 'en', 'no.such')).rejects.toMatchObject({
      kind: 'not-found',
    });
    expect((await ask()).showingId).toBe(open.showingId);
  });
});
