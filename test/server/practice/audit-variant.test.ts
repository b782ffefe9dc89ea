import { beforeAll, expect, test, vi } from 'vitest';
import { skillOf } from '@/lib/quiz/types';
import { readContent } from '@/lib/server/content/read-content';
import { questionContext } from '@/lib/server/content/question-context';
import { db } from '@/lib/server/db';
import type { Prisma } from '@/lib/server/generated/client';
import { auditVariant } from '@/lib/server/practice/audit-variant';
import { freshVariant, storeVariant } from '@/lib/server/practice/make-variant';

const asked = ['choice', 'predict', 'order', 'type', 'parts', 'lab', 'flashcard'] as const;
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

test('rows of a setup state that somebody has changed by hand are found, also where they give no state any more', async () => {
  const [first = '', second = ''] = variants;
  const changed = async (id: string, sql: string) => {
    const { setup } = await db.variant.findUniqueOrThrow({
      where: { id },
      select: { setup: { select: { sandboxId: true } } },
    });
    await db.$transaction([
      db.$executeRaw`SET LOCAL session_replication_role = replica`,
      db.$executeRawUnsafe(sql, setup.sandboxId),
    ]);
  };
  await changed(
    first,
    `UPDATE sandbox_image_names SET name = name || 'x' WHERE sandbox_id = $1::uuid`,
  );
  await changed(
    second,
    `UPDATE sandbox_images SET digest = repeat('0', 64) WHERE sandbox_id = $1::uuid`,
  );
  // A process that has read none of them yet.
  vi.resetModules();
  const { auditVariant: auditElsewhere } = await import('@/lib/server/practice/audit-variant');
  const places = (await auditElsewhere(first))?.differences ?? [];
  expect(places.some((place) => place.startsWith('setup.references.'))).toBe(true);
  expect((await auditElsewhere(second))?.differences).toEqual(['setup']);
});
