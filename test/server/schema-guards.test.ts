import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { db } from '@/lib/server/db';
import { type Course, makeCourse, makePerson, review, undo } from './accounts/practice-fixture';

const at = new Date('2026-03-01T10:00:00Z');

let course: Course;
let learner: string;

beforeAll(async () => {
  course = await makeCourse(['one', 'two']);
});

beforeEach(async () => {
  learner = await makePerson('guest');
});

const count = async (learnerId: string) =>
  Promise.all([
    db.review.count({ where: { learnerId } }),
    db.answer.count({ where: { learnerId } }),
    db.answerBelief.count({ where: { learnerId } }),
  ]);

describe('history is append-only', () => {
  test('neither a review, an answer nor its beliefs can be changed', async () => {
    await review(course, learner, 'one', at, false);
    await expect(
      db.review.updateMany({ where: { learnerId: learner }, data: { rating: 4 } }),
    ).rejects.toThrow('reviews is append-only: a row cannot be changed');
    await expect(
      db.answer.updateMany({ where: { learnerId: learner }, data: { correct: true, score: 1 } }),
    ).rejects.toThrow('answers is append-only: a row cannot be changed');
    await expect(
      db.$executeRaw`UPDATE answer_beliefs SET misconception_id = misconception_id`,
    ).rejects.toThrow('answer_beliefs is append-only');
  });

  test('nothing of it can be deleted, nor the learner who owns it', async () => {
    await review(course, learner, 'one', at, false);
    await expect(db.review.deleteMany({ where: { learnerId: learner } })).rejects.toThrow(
      'a row cannot be deleted',
    );
    await expect(db.answerBelief.deleteMany({ where: { learnerId: learner } })).rejects.toThrow(
      'a row cannot be deleted',
    );
    await expect(db.person.delete({ where: { id: learner } })).rejects.toThrow();
    await expect(db.$executeRaw`TRUNCATE reviews CASCADE`).rejects.toThrow('cannot be emptied');
    expect(await count(learner)).toEqual([1, 1, 1]);
  });

  test('erase_person removes all of one person and nothing of another', async () => {
    const other = await makePerson('guest');
    const { reviewId } = await review(course, learner, 'one', at, false);
    await undo(learner, 'one', reviewId, at);
    await review(course, other, 'one', at, false);
    await db.$executeRaw`SELECT erase_person(${learner}::uuid)`;
    expect(await count(learner)).toEqual([0, 0, 0]);
    expect(await db.person.count({ where: { id: learner } })).toBe(0);
    expect(await count(other)).toEqual([1, 1, 1]);
  });

  test('erasing one person does not open the history of another in the same transaction', async () => {
    const other = await makePerson('guest');
    await review(course, other, 'one', at, true);
    await expect(
      db.$transaction(async (tx) => {
        await tx.$executeRaw`SELECT erase_person(${learner}::uuid)`;
        await tx.review.deleteMany({ where: { learnerId: other } });
      }),
    ).rejects.toThrow('a row cannot be deleted');
    expect(await db.person.count({ where: { id: learner } })).toBe(1);
  });
});

describe('undo', () => {
  test('a step is undone once, only on its own card, and an undo cannot be undone', async () => {
    const { reviewId } = await review(course, learner, 'one', at, true);
    await review(course, learner, 'two', at, true);
    await expect(undo(learner, 'two', reviewId, at)).rejects.toThrow('its own card only');
    await undo(learner, 'one', reviewId, at);
    await expect(undo(learner, 'one', reviewId, at)).rejects.toThrow('Unique constraint');
    const undoing = await db.review.findFirstOrThrow({ where: { undoesId: reviewId } });
    await expect(undo(learner, 'one', undoing.id, at)).rejects.toThrow('cannot be undone');
  });
});

describe('a learner’s day', () => {
  test('at most one question is open at a time', async () => {
    await review(course, learner, 'one', at, true);
    const variantId = course.variants['one'];
    if (variantId === undefined) throw new Error('the course has no such variant');
    const open = {
      learnerId: learner,
      variantId,
      conceptId: 'one',
      skill: 'recognise',
      shownAt: at,
    } as const;
    await db.showing.create({ data: open });
    await expect(db.showing.create({ data: open })).rejects.toThrow('Unique constraint');
  });

  test('a showing is answered once, and an idempotency key counts once per learner', async () => {
    const { idempotencyKey } = await review(course, learner, 'one', at, true);
    const answer = await db.answer.findFirstOrThrow({ where: { learnerId: learner } });
    const { id: _id, response, ...columns } = answer;
    await expect(
      db.answer.create({
        data: { ...columns, response: response ?? {}, idempotencyKey: randomUUID() },
      }),
    ).rejects.toThrow('Unique constraint');
    expect(answer.idempotencyKey).toBe(idempotencyKey);
  });

  test('a card has a memory and one due time, or is new and has neither', async () => {
    await review(course, learner, 'one', at, true);
    const where = { learnerId: learner };
    await expect(db.card.updateMany({ where, data: { stability: 3 } })).rejects.toThrow(
      'cards_memory',
    );
    await expect(db.card.updateMany({ where, data: { state: 'review' } })).rejects.toThrow(
      'cards_memory',
    );
  });

  test('a right answer has the full score', async () => {
    await expect(
      review(course, learner, 'one', at, true).then(async () => {
        const answer = await db.answer.findFirstOrThrow({ where: { learnerId: learner } });
        const { id: _id, response, ...columns } = answer;
        await db.answer.create({
          data: {
            ...columns,
            response: response ?? {},
            showingId: randomUUID(),
            idempotencyKey: randomUUID(),
            score: 0.5,
          },
        });
      }),
    ).rejects.toThrow('answers_score');
  });
});

describe('what is published stays as it is', () => {
  test('variants, proofs, setup states and template versions cannot be changed', async () => {
    await expect(db.variant.updateMany({ data: { key: {} } })).rejects.toThrow(
      'variants is immutable',
    );
    await expect(db.proof.updateMany({ data: { body: {} } })).rejects.toThrow(
      'proofs is immutable',
    );
    await expect(db.setupState.updateMany({ data: { engineVersion: 'x' } })).rejects.toThrow(
      'setup_states is immutable',
    );
    await expect(db.templateVersion.updateMany({ data: { source: 'y' } })).rejects.toThrow(
      'template_versions is immutable',
    );
  });

  test('a version’s skill is the one its kind trains', async () => {
    const { id: _id, proof, definition, ...version } = await db.templateVersion.findFirstOrThrow();
    await expect(
      db.templateVersion.create({
        data: {
          ...version,
          proof: proof ?? {},
          definition: definition ?? {},
          number: 2,
          kind: 'type',
        },
      }),
    ).rejects.toThrow('template_versions_skill');
  });
});

describe('people and cohorts', () => {
  test('an e-mail address is lower case and belongs to members', async () => {
    await expect(makePerson('member', 'A@example.com')).rejects.toThrow('people_email_lower_case');
    await expect(makePerson('guest', 'a@example.com')).rejects.toThrow('people_guest_has_no_email');
  });

  test('a cohort keeps at least one instructor', async () => {
    const instructor = await makePerson('member', 'teacher@example.com');
    const cohort = await db.cohort.create({
      data: {
        name: 'c',
        joinCode: 'ABCDEFGH',
        members: { create: { personId: instructor, role: 'instructor' } },
      },
    });
    const where = { cohortId: cohort.id };
    await expect(db.membership.deleteMany({ where })).rejects.toThrow('at least one instructor');
    await expect(db.membership.updateMany({ where, data: { role: 'learner' } })).rejects.toThrow(
      'at least one instructor',
    );
    await db.cohort.delete({ where: { id: cohort.id } });
    expect(await db.membership.count({ where })).toBe(0);
  });

  test('erasing the only instructor takes the cohort along, erasing one of two does not', async () => {
    const [first, second] = [await makePerson('member'), await makePerson('member')];
    const make = (joinCode: string, people: string[]) =>
      db.cohort.create({
        data: {
          name: 'c',
          joinCode,
          createdById: first,
          members: {
            create: people.map((personId) => ({ personId, role: 'instructor' as const })),
          },
        },
      });
    const alone = await make('ABCDEFGJ', [first]);
    const shared = await make('ABCDEFGK', [first, second]);
    await db.$executeRaw`SELECT erase_person(${first}::uuid)`;
    expect(await db.cohort.count({ where: { id: alone.id } })).toBe(0);
    expect(await db.cohort.findUnique({ where: { id: shared.id } })).toMatchObject({
      createdById: null,
    });
  });
});
