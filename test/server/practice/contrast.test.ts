import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import type { VariantKey } from '@/lib/quiz/types';
import { now } from '@/lib/server/clock';
import { loadContent } from '@/lib/server/content/load-content';
import { questionContext } from '@/lib/server/content/question-context';
import { readContent } from '@/lib/server/content/read-content';
import { db } from '@/lib/server/db';
import { listConcepts } from '@/lib/server/practice/concepts';
import { getDefinition, listAskableTemplates } from '@/lib/server/practice/course';
import { getLearner } from '@/lib/server/practice/learner';
import { freshVariant, storeVariant } from '@/lib/server/practice/make-variant';
import { nextQuestion } from '@/lib/server/practice/next-question';
import { readPlanInput } from '@/lib/server/practice/plan-input';
import { submitAnswer } from '@/lib/server/practice/submit-answer';
import { makePerson } from '../accounts/practice-fixture';

/** Two questions on pausing that list the same two beliefs: the first hears them as one, the second tells them apart. */
const together = 'paused-uses';
const apart = 'paused-is-listed-and-holds';
const elsewhere = 'what-removal-takes-along';
const beliefs = ['pause-frees-memory', 'pause-is-stop'];

beforeAll(async () => {
  const course = readContent('content');
  if (!course.ok) throw new Error(JSON.stringify(course.error, null, 1));
  const wanted = [together, apart, elsewhere];
  const templates = course.value.templates.filter(({ id }) => wanted.includes(id));
  const loaded = await loadContent({ ...course.value, templates }, { seeds: 12 });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error, null, 1));
}, 180_000);

/** Puts a variant of a template before the learner. */
async function show(learnerId: string, templateId: string): Promise<void> {
  const { id, conceptId, skill } = await db.templateVersion.findFirstOrThrow({
    where: { templateId },
  });
  const fresh = freshVariant(await getDefinition(db, id), await questionContext(), new Set());
  const variantId = await db.$transaction((tx) => storeVariant(tx, id, fresh));
  await db.card.createMany({ data: { learnerId, conceptId, skill }, skipDuplicates: true });
  const shownAt = new Date(now());
  await db.showing.create({ data: { learnerId, conceptId, skill, variantId, shownAt } });
}

/** Answers the open question: with the option of all these beliefs, or rightly. Gives the question's template and the verdict. */
async function answered(learnerId: string, showing: readonly string[] | null) {
  const open = await db.showing.findFirstOrThrow({
    where: { learnerId, closedAt: null },
    include: { variant: { include: { templateVersion: true } } },
  });
  const key = open.variant.key as unknown as VariantKey;
  if (key.kind !== 'choice') throw new Error('not a choice');
  const believed = key.options.find(({ beliefs: own }) => showing?.every((id) => own.includes(id)));
  if (showing !== null && believed === undefined) throw new Error('no such option');
  const option = showing === null ? key.option : believed?.id;
  const submission = {
    showingId: open.id,
    idempotencyKey: randomUUID(),
    response: { kind: 'choice', option },
    confidence: 'sure' as const,
    responseMs: 4000,
  };
  const { verdict } = await submitAnswer(learnerId, submission, 'ko');
  return { templateId: open.variant.templateVersion.templateId, verdict };
}

async function answer(learnerId: string, showing: readonly string[] | null): Promise<string> {
  return (await answered(learnerId, showing)).templateId;
}

async function heldBy(learnerId: string) {
  const course = {
    concepts: await listConcepts(db),
    templates: await listAskableTemplates(db, learnerId),
  };
  const learner = await getLearner(db, learnerId, now());
  return (await readPlanInput(db, learner, course, now())).heldBeliefs;
}

test('an answer that two beliefs yield brings, after another question, the question that separates them', async () => {
  const learnerId = await makePerson('guest');
  await show(learnerId, together);
  await answer(learnerId, beliefs);
  expect(await heldBy(learnerId)).toMatchObject(
    beliefs.map((belief) => ({ belief, share: 0.5, answersSince: 0 })),
  );

  await nextQuestion(learnerId, 'ko');
  expect(await answer(learnerId, null)).toBe(elsewhere);

  await nextQuestion(learnerId, 'ko');
  expect(await answer(learnerId, ['pause-is-stop'])).toBe(apart);
  expect(await heldBy(learnerId)).toMatchObject([
    { belief: 'pause-is-stop', share: 1, templateId: apart, contrasts: 1 },
  ]);
});

test('of the beliefs that yield an answer the verdict shows first, and runs, the one that earlier answers speak for', async () => {
  const learnerId = await makePerson('guest');
  await show(learnerId, together);
  const first = await answered(learnerId, beliefs);
  expect(first.verdict.beliefs.map(({ id }) => id)).toEqual(beliefs);
  expect(first.verdict.parting?.about).toEqual({ kind: 'belief', belief: beliefs[0] });

  const another = await makePerson('guest');
  await show(another, apart);
  await answer(another, ['pause-is-stop']);
  await show(another, together);
  const second = await answered(another, beliefs);
  expect(second.verdict.beliefs.map(({ id }) => id)).toEqual([...beliefs].reverse());
  expect(second.verdict.parting?.about).toEqual({ kind: 'belief', belief: 'pause-is-stop' });
});

test('a belief is overcome once its contrast is answered rightly', async () => {
  const learnerId = await makePerson('guest');
  await show(learnerId, together);
  await answer(learnerId, beliefs);
  await nextQuestion(learnerId, 'ko');
  await answer(learnerId, null);
  await nextQuestion(learnerId, 'ko');
  expect(await answer(learnerId, null)).toBe(apart);
  expect(await heldBy(learnerId)).toEqual([]);
});
