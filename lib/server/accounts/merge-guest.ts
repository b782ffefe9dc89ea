import 'server-only';
import { rebuildCards } from '../practice/rebuild-cards';
import { now } from '../clock';
import { db } from '../db';
import type { Prisma } from '../generated/client';

/**
 * Gives everything a guest did to a member, then erases the guest: showings, answers with their beliefs, cards the
 * member lacks, reviews (idempotency keys kept) and cohort memberships; the member's cards are then rebuilt by
 * replaying all reviews; sandboxes change their owner. One transaction. Done twice, or for a guest who is gone, it changes nothing.
 *
 * @returns true when there was a guest to merge
 * @throws when `memberId` is not a member
 */
export async function mergeGuest(guestId: string, memberId: string): Promise<boolean> {
  return db.$transaction((tx) => mergeGuestWithin(tx, guestId, memberId), { timeout: 30_000 });
}

/** `mergeGuest` as a part of a larger transaction. */
export async function mergeGuestWithin(
  tx: Prisma.TransactionClient,
  guestId: string,
  memberId: string,
): Promise<boolean> {
  // Locked in the order of their ids; from here nobody can add a row to either.
  const locked = await tx.$queryRaw<{ id: string; kind: string }[]>`
    SELECT id::text, kind::text FROM people
    WHERE id IN (${guestId}::uuid, ${memberId}::uuid) ORDER BY id FOR UPDATE`;
  const kindOf = (id: string) => locked.find((row) => row.id === id)?.kind;
  if (kindOf(memberId) !== 'member') throw new Error('a guest can only be merged into a member');
  if (kindOf(guestId) !== 'guest') return false;

  await copyCards(tx, guestId, memberId);
  await copyShowings(tx, guestId, memberId, new Date(now()));
  await moveSandboxes(tx, guestId, memberId);
  await copyAnswers(tx, guestId, memberId);
  await copyReviews(tx, guestId, memberId);
  await tx.$executeRaw`
    INSERT INTO memberships (cohort_id, person_id, role, joined_at)
    SELECT cohort_id, ${memberId}::uuid, role, joined_at FROM memberships
    WHERE person_id = ${guestId}::uuid
    ON CONFLICT DO NOTHING`;
  await rebuildCards(tx, memberId);
  await tx.$executeRaw`SELECT erase_person(${guestId}::uuid)`;
  return true;
}

/** As new cards: what they hold comes from the replay that follows. */
async function copyCards(tx: Prisma.TransactionClient, guestId: string, memberId: string) {
  await tx.$executeRaw`
    INSERT INTO cards (learner_id, concept_id, skill)
    SELECT ${memberId}::uuid, concept_id, skill FROM cards WHERE learner_id = ${guestId}::uuid
    ON CONFLICT DO NOTHING`;
}

// The rows below are copied whole, whatever columns they have: a row as JSON, with a few fields replaced, as a row.

/** A learner has at most one open showing: the guest's is closed when the member has one. */
async function copyShowings(
  tx: Prisma.TransactionClient,
  guestId: string,
  memberId: string,
  closedAt: Date,
) {
  await tx.$executeRaw`
    INSERT INTO showings
    SELECT copy.* FROM showings s
      CROSS JOIN LATERAL jsonb_populate_record(NULL::showings, to_jsonb(s) || jsonb_build_object(
        'learner_id', ${memberId}::uuid,
        'closed_at', CASE WHEN s.closed_at IS NULL AND EXISTS (
            SELECT 1 FROM showings own
            WHERE own.learner_id = ${memberId}::uuid AND own.closed_at IS NULL
          ) THEN greatest(s.shown_at, s.revealed_at, ${closedAt}::timestamptz) ELSE s.closed_at END
      )) AS copy
    WHERE s.learner_id = ${guestId}::uuid
    ON CONFLICT DO NOTHING`;
}

/** Sandboxes with their journals, and the keys to them, change their owner: their rows are led by the sandbox. */
async function moveSandboxes(tx: Prisma.TransactionClient, guestId: string, memberId: string) {
  await tx.$executeRaw`
    UPDATE sandboxes SET learner_id = ${memberId}::uuid WHERE learner_id = ${guestId}::uuid`;
  await tx.$executeRaw`
    UPDATE engine_keys SET learner_id = ${memberId}::uuid WHERE learner_id = ${guestId}::uuid`;
}

/** Statistics use one first attempt per learner and template: the member's own, where there is one. */
async function copyAnswers(tx: Prisma.TransactionClient, guestId: string, memberId: string) {
  await tx.$executeRaw`
    INSERT INTO answers
    SELECT copy.* FROM answers a
      JOIN variants ON variants.id = a.variant_id
      JOIN template_versions version ON version.id = variants.template_version_id
      CROSS JOIN LATERAL jsonb_populate_record(NULL::answers, to_jsonb(a) || jsonb_build_object(
        'learner_id', ${memberId}::uuid,
        'first_attempt', a.first_attempt AND NOT EXISTS (
          SELECT 1 FROM answers own
            JOIN variants own_variant ON own_variant.id = own.variant_id
            JOIN template_versions own_version ON own_version.id = own_variant.template_version_id
          WHERE own.learner_id = ${memberId}::uuid
            AND own_version.template_id = version.template_id
        )
      )) AS copy
    WHERE a.learner_id = ${guestId}::uuid
    ON CONFLICT DO NOTHING`;
  await tx.$executeRaw`
    INSERT INTO answer_beliefs
    SELECT copy.* FROM answer_beliefs b
      CROSS JOIN LATERAL jsonb_populate_record(
        NULL::answer_beliefs, to_jsonb(b) || jsonb_build_object('learner_id', ${memberId}::uuid)
      ) AS copy
    WHERE b.learner_id = ${guestId}::uuid
    ON CONFLICT DO NOTHING`;
}

/**
 * In their own order, so that replay meets those of one instant as they were made. A review on a day on which the
 * member had already reviewed the card is a retry of that day.
 */
async function copyReviews(tx: Prisma.TransactionClient, guestId: string, memberId: string) {
  await tx.$executeRaw`
    INSERT INTO reviews
    SELECT copy.* FROM (
        SELECT * FROM reviews WHERE learner_id = ${guestId}::uuid ORDER BY sequence
      ) AS r
      CROSS JOIN LATERAL jsonb_populate_record(NULL::reviews, to_jsonb(r) || jsonb_build_object(
        'learner_id', ${memberId}::uuid,
        'sequence', nextval(pg_get_serial_sequence('reviews', 'sequence')),
        'same_day', r.same_day OR (r.undoes_id IS NULL AND EXISTS (
          SELECT 1 FROM reviews own
          WHERE own.learner_id = ${memberId}::uuid AND own.concept_id = r.concept_id
            AND own.skill = r.skill AND own.local_day = r.local_day
            AND own.reviewed_at < r.reviewed_at AND own.undoes_id IS NULL
            AND NOT EXISTS (
              SELECT 1 FROM reviews undo
              WHERE undo.learner_id = own.learner_id AND undo.undoes_id = own.id
            )
        ))
      )) AS copy
    ON CONFLICT DO NOTHING`;
}
