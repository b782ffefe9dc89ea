import { beforeAll, expect, test } from 'vitest';
import { skillOf } from '@/lib/quiz/types';
import { readContent } from '@/lib/server/content/read-content';
import { db } from '@/lib/server/db';
import type { Prisma } from '@/lib/server/generated/client';
import { readConceptRun } from '@/lib/server/learn/read-concept-run';

const PAUSED = 'lifecycle.paused';
/** Has only a hands-on question here. */
const BY_HAND = 'by.hand';

/** The course's templates of one concept, one with one of its hands-on questions alone, and one without any. */
beforeAll(async () => {
  const content = readContent('content');
  if (!content.ok) throw new Error(JSON.stringify(content.error));
  const { templates, readings } = content.value;
  const counts = { templates: 0, concepts: 0, engineVersion: 'test', hash: '0'.repeat(64) };
  await db.contentVersion.create({ data: { ...counts, readings: Object.fromEntries(readings) } });
  const words = { title: {}, statement: {}, text: {}, sources: [] };
  for (const [position, id] of [PAUSED, BY_HAND, 'empty'].entries())
    await db.concept.create({ data: { id, position, ...words } });
  const lab = templates.find(({ kind }) => kind === 'lab');
  if (lab === undefined) throw new Error('the course has no hands-on question');
  const chosen = [
    ...templates.filter(({ conceptId }) => conceptId === PAUSED),
    { ...lab, id: 'alone', conceptId: BY_HAND },
  ];
  for (const template of chosen) {
    const { id, conceptId, kind } = template;
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
});

test('a concept shows a run of a template of its own, in both languages the same one', async () => {
  const korean = await readConceptRun(PAUSED, 'ko');
  const english = await readConceptRun(PAUSED, 'en');
  expect(korean.map(({ command }) => command)).toEqual(english.map(({ command }) => command));
  expect(
    english.some(({ picture }) => picture.containers.some(({ state }) => state === 'paused')),
  ).toBe(true);
  expect(korean.map(({ change }) => change).join()).toMatch(/[가-힣]/);
  expect(english.map(({ change }) => change).join()).not.toMatch(/[가-힣]/);
});

test('a concept that only a hands-on question is about shows how it is solved', async () => {
  const run = await readConceptRun(BY_HAND, 'en');
  expect(run.some(({ change }) => change !== '')).toBe(true);
});

test('a concept without a template that runs anything shows none', async () => {
  expect(await readConceptRun('empty', 'ko')).toEqual([]);
});
