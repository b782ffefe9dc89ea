import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { mergeGuest } from '@/lib/server/accounts/merge-guest';
import { db } from '@/lib/server/db';
import { rebuildCards } from '@/lib/server/practice/rebuild-cards';
import { type Course, makeCourse, makePerson, review, undo } from './practice-fixture';

const at = (text: string) => new Date(`2026-03-${text}:00Z`);

let course: Course;
let guest: string;
let member: string;

beforeAll(async () => {
  course = await makeCourse(['shared', 'guest.only', 'member.only']);
});

beforeEach(async () => {
  guest = await makePerson('guest');
  member = await makePerson('member');
});

/** Guest: four steps, one undone. Member: two steps. Both met `shared`. */
async function practise() {
  await review(course, member, 'shared', at('01T10:00'), true);
  await review(course, member, 'member.only', at('01T10:01'), true);
  await review(course, guest, 'shared', at('02T09:00'), false);
  const slip = await review(course, guest, 'guest.only', at('02T09:01'), false);
  await undo(guest, 'guest.only', slip.reviewId, at('02T09:01'));
  await review(course, guest, 'guest.only', at('02T09:01'), true);
  await db.$transaction((tx) => rebuildCards(tx, guest));
  await db.$transaction((tx) => rebuildCards(tx, member));
}

const reviewsOf = (learnerId: string) =>
  db.review.findMany({
    where: { learnerId },
    orderBy: [{ reviewedAt: 'asc' }, { sequence: 'asc' }],
  });
const answersOf = (learnerId: string) =>
  db.answer.findMany({
    where: { learnerId },
    orderBy: [{ answeredAt: 'asc' }, { id: 'asc' }],
    include: { beliefs: { select: { misconceptionId: true } } },
  });
const cardsOf = (learnerId: string) =>
  db.card.findMany({ where: { learnerId }, orderBy: { conceptId: 'asc' } });

describe('mergeGuest', () => {
  test('every review and answer of the guest is the member’s, unchanged, in its order', async () => {
    await practise();
    const [own, guests] = [await reviewsOf(member), await reviewsOf(guest)];
    const [ownAnswers, guestAnswers] = [await answersOf(member), await answersOf(guest)];

    expect(await mergeGuest(guest, member)).toBe(true);

    const bare = ({ sequence: _place, ...row }: (typeof own)[number]) => row;
    const moved = guests.map((row) => ({ ...row, learnerId: member }));
    expect((await reviewsOf(member)).map(bare)).toEqual([...own, ...moved].map(bare));
    expect(await answersOf(member)).toEqual([
      ...ownAnswers,
      ...guestAnswers.map((row) => ({
        ...row,
        learnerId: member,
        // The member had tried the question about `shared` before.
        firstAttempt: row.variantId === course.variants['shared'] ? false : row.firstAttempt,
      })),
    ]);
  });

  test('the member’s cards are what all reviews together lead to', async () => {
    await practise();
    await mergeGuest(guest, member);
    const cards = await cardsOf(member);
    expect(cards.map(({ conceptId, reps }) => [conceptId, reps])).toEqual([
      ['guest.only', 1],
      ['member.only', 1],
      ['shared', 2],
    ]);
    await db.$transaction((tx) => rebuildCards(tx, member));
    expect(await cardsOf(member)).toEqual(cards);
  });

  test('the guest is gone, and merging again changes nothing', async () => {
    await practise();
    await mergeGuest(guest, member);
    expect(await db.person.findUnique({ where: { id: guest } })).toBeNull();
    expect(await reviewsOf(guest)).toEqual([]);
    const before = [await reviewsOf(member), await answersOf(member), await cardsOf(member)];
    expect(await mergeGuest(guest, member)).toBe(false);
    expect([await reviewsOf(member), await answersOf(member), await cardsOf(member)]).toEqual(
      before,
    );
  });

  test('two merges at once keep each review once', async () => {
    await practise();
    const outcomes = await Promise.all([mergeGuest(guest, member), mergeGuest(guest, member)]);
    expect(outcomes.sort()).toEqual([false, true]);
    const keys = (await reviewsOf(member)).map((row) => row.idempotencyKey);
    expect(keys).toHaveLength(6);
    expect(new Set(keys).size).toBe(6);
  });

  test('a failure half-way leaves both as they were', async () => {
    await practise();
    // A review made with parameters that nobody knows: the replay refuses, after everything was copied.
    const broken = (await reviewsOf(guest)).find((row) => row.rating !== null);
    if (broken === undefined) throw new Error('the guest has no review');
    const { id: _id, sequence: _sequence, response, ...rest } = broken;
    const showing = await db.showing.create({
      data: {
        learnerId: guest,
        variantId: course.variants['shared'] ?? '',
        conceptId: 'shared',
        skill: 'recognise',
        shownAt: at('03T09:00'),
        closedAt: at('03T09:00'),
      },
    });
    const key = crypto.randomUUID();
    const answer = await db.answer.create({
      data: {
        learnerId: guest,
        showingId: showing.id,
        variantId: showing.variantId,
        idempotencyKey: key,
        response: {},
        score: 0,
        correct: false,
        responseMs: 1,
        firstAttempt: false,
        localDay: at('03T00:00'),
        answeredAt: at('03T09:00'),
      },
    });
    await db.review.create({
      data: {
        ...rest,
        response: response ?? {},
        answerId: answer.id,
        idempotencyKey: key,
        parameterVersion: 'unknown',
      },
    });
    const before = [await reviewsOf(guest), await reviewsOf(member), await cardsOf(member)];
    await expect(mergeGuest(guest, member)).rejects.toThrow();
    expect([await reviewsOf(guest), await reviewsOf(member), await cardsOf(member)]).toEqual(
      before,
    );
  });

  describe('an open question', () => {
    const open = (learnerId: string) =>
      db.showing.findMany({ where: { learnerId, closedAt: null }, select: { id: true } });
    const show = async (learnerId: string) => {
      const card = { learnerId, conceptId: 'shared', skill: 'recognise' } as const;
      await db.card.create({ data: card });
      return db.showing.create({
        data: { ...card, variantId: course.variants['shared'] ?? '', shownAt: at('04T08:00') },
        select: { id: true },
      });
    };

    test('of the guest stays open for a member who has none', async () => {
      const shown = await show(guest);
      await mergeGuest(guest, member);
      expect(await open(member)).toEqual([shown]);
    });

    test('of the guest is closed when the member has one', async () => {
      await show(guest);
      const own = await show(member);
      await mergeGuest(guest, member);
      expect(await open(member)).toEqual([own]);
      expect(await db.showing.count({ where: { learnerId: member } })).toBe(2);
    });
  });

  test('a later review on a day the member had reviewed the card is a retry of that day', async () => {
    await review(course, member, 'shared', at('05T08:00'), true);
    await review(course, guest, 'shared', at('05T09:00'), true);
    await review(course, guest, 'shared', at('06T09:00'), true);
    await mergeGuest(guest, member);
    expect((await reviewsOf(member)).map((row) => row.sameDay)).toEqual([false, true, false]);
  });

  test('the guest’s cohorts are the member’s, who keeps a role of their own', async () => {
    const joined = await db.cohort.create({ data: { name: 'A', joinCode: 'AAAAAAAA' } });
    const taught = await db.cohort.create({ data: { name: 'B', joinCode: 'BBBBBBBB' } });
    await db.membership.createMany({
      data: [
        { cohortId: joined.id, personId: guest, role: 'learner' },
        { cohortId: taught.id, personId: guest, role: 'learner' },
        { cohortId: taught.id, personId: member, role: 'instructor' },
      ],
    });
    await mergeGuest(guest, member);
    const roles = await db.membership.findMany({
      where: { personId: member },
      orderBy: { cohort: { name: 'asc' } },
      select: { role: true },
    });
    expect(roles.map(({ role }) => role)).toEqual(['learner', 'instructor']);
  });

  test('only a guest is merged, and only into a member', async () => {
    const other = await makePerson('member');
    expect(await mergeGuest(other, member)).toBe(false);
    await expect(mergeGuest(member, guest)).rejects.toThrow('only be merged into a member');
    expect(await db.person.count({ where: { id: { in: [guest, member, other] } } })).toBe(3);
  });
});
