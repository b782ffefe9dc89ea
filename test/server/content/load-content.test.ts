import { expect, test } from 'vitest';
import { catalogueData } from '@/content/catalogue';
import { manualData } from '@/content/manual';
import { buildCatalogue, buildManual, engineVersion } from '@/lib/engine';
import { loadContent, type CourseContent } from '@/lib/server/content/load-content';
import { db } from '@/lib/server/db';
import { makeCourse, makePerson, review } from '../accounts/practice-fixture';

const nothing: CourseContent = {
  concepts: [],
  misconceptions: [],
  glossary: [],
  sources: [],
  templates: [],
  catalogue: buildCatalogue(catalogueData),
  manual: buildManual(manualData),
  readings: new Map(),
};

test('an open question of another engine is taken back, what was answered stays', async () => {
  const course = await makeCourse(['pause', 'tag']);
  const learnerId = await makePerson('member');
  await review(course, learnerId, 'tag', new Date(), true);
  const card = { learnerId, conceptId: 'pause', skill: 'recognise' } as const;
  await db.card.create({ data: card });
  await db.showing.create({
    data: { ...card, variantId: course.variants['pause'] ?? '', shownAt: new Date() },
  });

  const loaded = await loadContent(nothing, { seeds: 1 });

  expect(loaded.ok).toBe(true);
  const left = await db.showing.findMany({
    include: { answer: true, variant: { include: { setup: true } } },
  });
  expect(left.map(({ conceptId }) => conceptId)).toEqual(['tag']);
  expect(left[0]?.answer).not.toBeNull();
  expect(left[0]?.variant.setup.engineVersion).not.toBe(engineVersion);
});
