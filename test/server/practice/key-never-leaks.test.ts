import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { questionViewSchema } from '@/lib/quiz/learner-view';
import { kinds, locales, type VariantKey } from '@/lib/quiz/types';
import { db } from '@/lib/server/db';
import type { Prisma } from '@/lib/server/generated/client';
import { nextQuestion } from '@/lib/server/practice/next-question';
import { revealBack } from '@/lib/server/practice/reveal-back';
import { freshVariant, storeVariant } from '@/lib/server/practice/make-variant';
import { getDefinition } from '@/lib/server/practice/course';
import { questionContext } from '@/lib/server/content/question-context';
import { readSample } from '@/lib/server/practice/sample-question';
import { makePerson } from '../accounts/practice-fixture';
import { loadRealCourse } from './course';

/** Exactly what a practice response may hold; a field that is not here fails. */
const practiceQuestion = z.strictObject({
  status: z.literal('question'),
  showingId: z.uuid(),
  question: questionViewSchema,
  position: z.strictObject({ done: z.int(), due: z.int() }),
});

beforeAll(loadRealCourse, 180_000);

/** Puts a stored variant before a new learner. */
async function show(variantId: string, showingId: string = randomUUID()): Promise<string> {
  const learnerId = await makePerson('guest');
  const { templateVersion } = await db.variant.findUniqueOrThrow({
    where: { id: variantId },
    select: { templateVersion: { select: { conceptId: true, skill: true } } },
  });
  const card = { learnerId, ...templateVersion };
  await db.card.create({ data: card });
  await db.showing.create({ data: { ...card, id: showingId, variantId, shownAt: new Date(0) } });
  return learnerId;
}

/** A variant of the newest version of a template. */
async function variantOf(templateId: string) {
  const version = await db.templateVersion.findFirstOrThrow({
    where: { templateId },
    orderBy: { number: 'desc' },
  });
  const fresh = freshVariant(
    await getDefinition(db, version.id),
    await questionContext(),
    new Set(),
  );
  const id = await db.$transaction((tx) => storeVariant(tx, version.id, fresh));
  return db.variant.findUniqueOrThrow({ where: { id }, include: { proof: true } });
}

/** Stores the same variant once more with another option as its key. */
async function withOtherKey(variant: Awaited<ReturnType<typeof variantOf>>): Promise<string> {
  const key = variant.key as unknown as VariantKey;
  if (key.kind !== 'choice' && key.kind !== 'predict') throw new Error('not a choice');
  const other = key.options.find(({ id }) => id !== key.option);
  if (other === undefined) throw new Error('no other option');
  const proof = await db.proof.create({
    data: { engineVersion: 'test', body: variant.proof.body ?? {} },
  });
  const { id } = await db.variant.create({
    data: {
      templateVersionId: variant.templateVersionId,
      seed: randomUUID(),
      fingerprint: variant.fingerprint,
      question: variant.question ?? {},
      key: { ...key, option: other.id } as unknown as Prisma.InputJsonValue,
      setupHash: variant.setupHash,
      proofId: proof.id,
    },
  });
  return id;
}

describe('the key never leaks', () => {
  test.each(['choice', 'predict'] as const)(
    'two variants (%s) that differ only in which option is the key give byte-identical responses',
    async (kind) => {
      const { templateId } = await db.templateVersion.findFirstOrThrow({ where: { kind } });
      const variant = await variantOf(templateId);
      const showingId = randomUUID();
      const [one, other] = [
        await show(variant.id, showingId),
        await show(await withOtherKey(variant), showingId),
      ];
      for (const locale of locales)
        expect(JSON.stringify(await nextQuestion(other, locale))).toBe(
          JSON.stringify(await nextQuestion(one, locale)),
        );
    },
  );

  test('every practice response of every kind matches the allow-list exactly', async () => {
    const versions = await db.templateVersion.findMany({
      distinct: ['templateId'],
      orderBy: { templateId: 'asc' },
    });
    expect(new Set(versions.map(({ kind }) => kind))).toEqual(new Set(kinds));
    const perKind = kinds.flatMap((kind) =>
      versions.filter((version) => version.kind === kind).slice(0, 5),
    );
    for (const { templateId } of perKind) {
      const variant = await variantOf(templateId);
      const learnerId = await show(variant.id);
      for (const locale of locales) {
        const response: unknown = JSON.parse(JSON.stringify(await nextQuestion(learnerId, locale)));
        practiceQuestion.parse(response);
        const sent = JSON.stringify(response);
        expect(sent).not.toContain(variant.seed);
        for (const secret of secretsOf(variant.key as unknown as VariantKey))
          expect(sent).not.toContain(secret);
      }
    }
  });

  test('the output of the withheld step is not there before the verdict', async () => {
    const versions = await db.templateVersion.findMany({ where: { kind: 'predict' } });
    for (const { templateId } of versions.slice(0, 5)) {
      const variant = await variantOf(templateId);
      const learnerId = await show(variant.id);
      const step = await nextQuestion(learnerId, 'en');
      if (step.status !== 'question') throw new Error('no question');
      expect(step.question.scenario.at(-1)?.output).toBeNull();
    }
  });

  test('a flashcard’s back comes only when it is asked for, and only to its learner', async () => {
    const { templateId } = await db.templateVersion.findFirstOrThrow({
      where: { kind: 'flashcard' },
    });
    const variant = await variantOf(templateId);
    const showingId = randomUUID();
    const learnerId = await show(variant.id, showingId);
    const key = variant.key as unknown as VariantKey;
    if (key.kind !== 'flashcard') throw new Error('not a flashcard');
    expect(JSON.stringify(await nextQuestion(learnerId, 'ko'))).not.toContain(key.back.ko);
    expect(await revealBack(learnerId, showingId, 'ko')).toEqual({ back: key.back.ko });
    await expect(revealBack(await makePerson('guest'), showingId, 'ko')).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  test('the front page’s question is held to the same allow-list', async () => {
    const sample = await readSample('ko');
    z.strictObject({ showingId: z.uuid(), question: questionViewSchema }).parse(
      JSON.parse(JSON.stringify(sample)),
    );
  });
});

/** Texts of a key that would give it away wherever they stood. */
function secretsOf(key: VariantKey): readonly string[] {
  switch (key.kind) {
    case 'choice':
    case 'predict':
      return key.options.flatMap(({ beliefs }) => beliefs);
    case 'order':
      return key.beliefs.map(({ id }) => id);
    case 'type':
      return [key.solution];
    case 'blanks':
      return [...key.goal, ...key.beliefs.map(({ id }) => id)];
    case 'several':
    case 'parts':
      return key.beliefs.map(({ id }) => id);
    case 'lab':
      return [...key.goal, ...key.never, ...key.hints.map(({ en }) => en), ...key.solution];
    case 'flashcard':
      return [key.back.en];
  }
}
