import { createHash } from 'node:crypto';
import { db } from '@/lib/server/db';

const words = (text: string) => ({ ko: text, en: text });
const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** Variants of each question; as many as the demo's pool asks for, so that none has to be made. */
export const variantsEach = 3;

/** A course of eight concepts in a row, each with a choice question that offers a belief and with a flashcard. */
export async function makeDemoCourse(): Promise<void> {
  await db.contentVersion.create({
    data: { hash: digest('demo'), engineVersion: 'test', templates: 16, concepts: 8, readings: {} },
  });
  await db.setupState.create({ data: { hash: digest('{}'), engineVersion: 'test' } });
  for (let position = 0; position < 8; position++) {
    const concept = `concept.${position}`;
    const belief = `belief.${position % 4}`;
    await db.misconception.upsert({
      where: { id: belief },
      create: { id: belief, belief: words(belief), answer: words('no') },
      update: {},
    });
    await db.concept.create({
      data: {
        id: concept,
        position,
        title: words(concept),
        statement: words(''),
        text: words(''),
        sources: [],
        ...(position > 0 && { needs: { create: { needsId: `concept.${position - 1}` } } }),
      },
    });
    await addTemplate(`choice.${position}`, concept, 'choice', [belief]);
    await addTemplate(`card.${position}`, concept, 'flashcard', []);
  }
}

async function addTemplate(
  id: string,
  conceptId: string,
  kind: 'choice' | 'flashcard',
  beliefs: readonly string[],
): Promise<void> {
  await db.template.create({ data: { id, origin: 'course', conceptId } });
  const version = await db.templateVersion.create({
    data: {
      templateId: id,
      number: 1,
      conceptId,
      kind,
      skill: kind === 'choice' ? 'recognise' : 'recall',
      source: id,
      definition: {},
      sourceHash: digest(id),
      beliefs: [...beliefs],
      proof: {},
      distinctVariants: kind === 'choice' ? 40 : null,
      engineVersion: 'test',
    },
  });
  const texts = ['right', 'believed', 'other', 'another'];
  for (let index = 0; index < (kind === 'choice' ? variantsEach : 1); index++) {
    const options = texts.map((text) => ({
      id: `${text}-${index}`,
      text: words(text),
      outcome: text,
      beliefs: text === 'believed' ? beliefs : [],
    }));
    const proof = await db.proof.create({ data: { engineVersion: 'test', body: {} } });
    await db.variant.create({
      data: {
        templateVersionId: version.id,
        seed: `demo/${index}`,
        fingerprint: digest(`${id}/${index}`).slice(0, 32),
        question: {
          kind,
          conceptId,
          prompt: words(id),
          scenario: [],
          control:
            kind === 'choice'
              ? { kind, options: options.map((option) => ({ id: option.id, text: option.text })) }
              : { kind },
        },
        key:
          kind === 'choice'
            ? { kind, option: `right-${index}`, options }
            : { kind, back: words('back') },
        setupHash: digest('{}'),
        proofId: proof.id,
      },
    });
  }
}
