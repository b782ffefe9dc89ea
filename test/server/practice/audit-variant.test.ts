import { beforeAll, expect, test } from 'vitest';
import { skillOf } from '@/lib/quiz/types';
import { readContent } from '@/lib/server/content/read-content';
import { questionContext } from '@/lib/server/content/question-context';
import { db } from '@/lib/server/db';
import type { Prisma } from '@/lib/server/generated/client';
import { auditVariant } from '@/lib/server/practice/audit-variant';
import { freshVariant, storeVariant } from '@/lib/server/practice/make-variant';

const asked = ['choice', 'predict', 'order', 'type', 'parts'] as const;
const variants: string[] = [];

/** One variant of each of a few kinds, stored as practice stores them. */
beforeAll(async () => {
  const content = readContent('content');
  if (!content.ok) throw new Error(JSON.stringify(content.error));
  const { templates, readings } = content.value;
  const counts = { templates: 0, concepts: 0, engineVersion: 'test', hash: '0'.repeat(64) };
  await db.contentVersion.create({ data: { ...counts, readings: Object.fromEntries(readings) } });
  for (const [position, kind] of asked.entries()) {
    const template = templates.find((each) => each.kind === kind);
    if (!template) throw new Error(`no template ${kind}`);
    const { id, conceptId } = template;
    const words = { title: {}, statement: {}, text: {}, sources: [] };
    await db.concept.upsert({
      where: { id: conceptId },
      create: { id: conceptId, position, ...words },
      update: {},
    });
    await db.template.create({ data: { id, origin: 'course', conceptId } });
    const version = await db.templateVersion.create({
      data: {
        templateId: id,
        number: 1,
        conceptId,
        kind,
        skill: skillOf[kind],
        source: '',
        definition: template as unknown as Prisma.InputJsonValue,
        sourceHash: '0'.repeat(64),
        proof: {},
        engineVersion: 'test',
      },
    });
    const variant = freshVariant(template, await questionContext(), new Set());
    variants.push(await db.$transaction((tx) => storeVariant(tx, version.id, variant)));
  }
});

test('a stored variant of any kind is made again from its rows: question, key, setup state and proof are the same', async () => {
  for (const id of variants)
    expect(await auditVariant(id)).toMatchObject({ variantId: id, differences: [] });
});

test('what differs is named', async () => {
  const [id = ''] = variants;
  const {
    proofId: _one,
    id: _two,
    question,
    ...row
  } = await db.variant.findUniqueOrThrow({
    where: { id },
  });
  const proof = await db.proof.create({
    data: { engineVersion: 'test', body: { engine: 'other' } },
  });
  const wrong = await db.variant.create({
    data: {
      ...row,
      question: question ?? {},
      key: { option: 'z' },
      seed: 'another',
      proofId: proof.id,
    },
  });
  const made = await auditVariant(wrong.id);
  expect(made?.differences).toContain('key.option');
  expect(made?.differences).toContain('proof.engine');
  expect(await auditVariant('00000000-0000-7000-8000-000000000000')).toBeNull();
});
