import 'server-only';
import { now } from '../clock';
import { db } from '../db';

/**
 * Everything Drydock keeps about a person, as plain JSON. Of a question the learner sees what they saw; its key and
 * seed are not theirs. Password hashes are left out. Of a sandbox: what was typed, what came of it, and the files of its home
 * folder.
 */
export async function exportMyData(personId: string) {
  const where = { learnerId: personId };
  const [person, cards, showings, answers, reviews, templates, sandboxes] = await db.$transaction([
    db.person.findUniqueOrThrow({
      where: { id: personId },
      include: {
        accounts: { select: { provider: true, subject: true, createdAt: true } },
        memberships: { select: { role: true, joinedAt: true, cohort: { select: { name: true } } } },
      },
    }),
    db.card.findMany({ where, orderBy: [{ conceptId: 'asc' }, { skill: 'asc' }] }),
    db.showing.findMany({ where, orderBy: { shownAt: 'asc' } }),
    db.answer.findMany({
      where,
      orderBy: { answeredAt: 'asc' },
      include: { beliefs: { select: { misconceptionId: true } } },
    }),
    db.review.findMany({ where, orderBy: { sequence: 'asc' } }),
    db.template.findMany({
      where: { ownerId: personId },
      include: { versions: { select: { number: true, source: true, publishedAt: true } } },
    }),
    db.sandbox.findMany({
      where,
      orderBy: { createdAt: 'asc' },
      select: {
        id: true,
        kind: true,
        showingId: true,
        createdAt: true,
        usedAt: true,
        expiredAt: true,
        homeFiles: true,
        journal: {
          orderBy: { position: 'asc' },
          select: { position: true, kind: true, input: true, upload: true, result: true, at: true },
        },
        keys: { select: { hint: true, createdAt: true, lastUsedAt: true, revokedAt: true } },
        shares: { select: { key: true, through: true, createdAt: true, revokedAt: true } },
      },
    }),
  ]);
  const { sessionVersion: _secret, ...profile } = person;
  return {
    format: 'drydock-export-1',
    exportedAt: new Date(now()),
    person: profile,
    cards,
    showings,
    answers,
    reviews: reviews.map((review) => ({ ...review, sequence: Number(review.sequence) })),
    templates,
    sandboxes,
  };
}
