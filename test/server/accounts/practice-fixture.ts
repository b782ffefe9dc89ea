import { createHash, randomUUID } from 'node:crypto';
import { parametersForRetention } from '@/lib/scheduling/parameters';
import { db } from '@/lib/server/db';
import type { PersonKind } from '@/lib/server/generated/client';

/** A course of concepts with one choice question each, as rows: enough to be practised on by hand. */
export interface Course {
  /** Variant of the question about each concept. */
  readonly variants: Readonly<Record<string, string>>;
}

export async function makeCourse(concepts: readonly string[]): Promise<Course> {
  const hash = createHash('sha256').update('{}').digest('hex');
  await db.setupState.create({ data: { hash, engineVersion: 'test' } });
  await db.misconception.create({ data: { id: 'm.test', belief: {}, answer: {} } });
  const variants: Record<string, string> = {};
  for (const [position, id] of concepts.entries()) {
    const concept = { title: {}, statement: {}, text: {}, sources: [] };
    await db.concept.create({ data: { id, position, ...concept } });
    await db.template.create({ data: { id: `t.${id}`, origin: 'course', conceptId: id } });
    const version = await db.templateVersion.create({
      data: {
        templateId: `t.${id}`,
        number: 1,
        conceptId: id,
        kind: 'choice',
        skill: 'recognise',
        source: 'x',
        definition: {},
        sourceHash: hash,
        proof: {},
        engineVersion: 'test',
      },
    });
    const proof = await db.proof.create({ data: { engineVersion: 'test', body: {} } });
    const variant = await db.variant.create({
      data: {
        templateVersionId: version.id,
        seed: 'seed',
        fingerprint: hash.slice(0, 32),
        question: { kind: 'choice' },
        key: { option: 'a' },
        setupHash: hash,
        proofId: proof.id,
      },
    });
    variants[id] = variant.id;
  }
  return { variants };
}

export async function makePerson(kind: PersonKind, email: string | null = null): Promise<string> {
  return (await db.person.create({ data: { kind, email }, select: { id: true } })).id;
}

const parameters = parametersForRetention(0.9);
if (!parameters.ok) throw new Error('no parameters');
const parameterVersion = parameters.value.version;

const day = (at: Date): Date => new Date(`${at.toISOString().slice(0, 10)}T00:00:00Z`);

/** One answer with its review, as practice would store it; the memory states are filled in by the replay. */
export async function review(
  course: Course,
  learnerId: string,
  conceptId: string,
  at: Date,
  correct: boolean,
): Promise<{ readonly reviewId: string; readonly idempotencyKey: string }> {
  const variantId = course.variants[conceptId];
  if (variantId === undefined) throw new Error(`no variant of ${conceptId}`);
  const card = { learnerId, conceptId, skill: 'recognise' } as const;
  await db.card.upsert({
    where: { learnerId_conceptId_skill: card },
    create: card,
    update: {},
  });
  const showing = await db.showing.create({
    data: { ...card, variantId, shownAt: at, closedAt: at },
  });
  const idempotencyKey = randomUUID();
  const given = {
    response: { kind: 'choice', option: 'b' },
    correct,
    confidence: 'sure',
    responseMs: 4321,
  } as const;
  const earlier = await db.answer.count({ where: { learnerId, variantId } });
  const answer = await db.answer.create({
    data: {
      learnerId,
      showingId: showing.id,
      variantId,
      idempotencyKey,
      ...given,
      score: correct ? 1 : 0,
      firstAttempt: earlier === 0,
      localDay: day(at),
      answeredAt: at,
      ...(!correct && { beliefs: { create: { misconceptionId: 'm.test' } } }),
    },
  });
  const stored = await db.review.create({
    data: {
      ...card,
      idempotencyKey,
      answerId: answer.id,
      variantId,
      ...given,
      rating: correct ? 3 : 1,
      localDay: day(at),
      elapsedDays: 2,
      predictedRecall: 0.1 + 0.2,
      guessChance: 0.25,
      guessFacility: 0.3,
      stabilityBefore: 1 / 3,
      difficultyBefore: 5.123456789012345,
      stabilityAfter: 2.5,
      difficultyAfter: 5.25,
      dueDay: day(at),
      parameterVersion,
      misconceptions: correct ? [] : ['m.test'],
      reviewedAt: at,
    },
  });
  return { reviewId: stored.id, idempotencyKey };
}

/** Takes a review back, as practice does: by a row that undoes it. */
export async function undo(
  learnerId: string,
  conceptId: string,
  undoesId: string,
  at: Date,
): Promise<void> {
  await db.review.create({
    data: {
      learnerId,
      conceptId,
      skill: 'recognise',
      undoesId,
      idempotencyKey: randomUUID(),
      localDay: day(at),
      reviewedAt: at,
    },
  });
}
