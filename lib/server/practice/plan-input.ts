import 'server-only';
import type { Prisma } from '@/lib/server/generated/client';
import { believedAnswers } from '@/lib/quiz/believed-answers';
import type { VariantKey } from '@/lib/quiz/types';
import { addDays, startOfLocalDay } from '@/lib/scheduling/local-day';
import { beliefsHeld } from '@/lib/scheduling/held-beliefs';
import { defaultLimits, type PlanInput } from '@/lib/scheduling/plan-input';
import { cardFromRow } from './card-row';
import type { CourseConcept } from './concepts';
import type { AskableTemplate } from './course';
import { dayToColumn } from './day-column';
import type { Learner } from './learner';

/** Answers looked back on for what was asked last and for the beliefs held now. */
const RECENT_ANSWERS = 60;

/** Everything that the planner decides by, for one learner at `now` (milliseconds). */
export async function readPlanInput(
  client: Prisma.TransactionClient,
  learner: Learner,
  course: {
    readonly concepts: readonly CourseConcept[];
    readonly templates: readonly AskableTemplate[];
  },
  now: number,
): Promise<PlanInput> {
  const [due, seen, answers] = await Promise.all([
    readDueInput(client, learner),
    readSeen(client, learner.id),
    readRecentAnswers(client, learner.id),
  ]);
  return {
    concepts: course.concepts.map(({ id, needs }) => ({ id, prerequisites: needs })),
    ...due,
    templates: course.templates.map((template) => ({
      id: template.templateId,
      conceptId: template.conceptId,
      skill: template.skill,
      kind: template.kind,
      difficulty: template.difficulty,
      ofCohort: template.ofCohort,
      beliefs: template.beliefs,
      separates: template.separates,
      lastSeenAt: seen.lastSeenAt.get(template.templateId) ?? null,
      variantsLeft:
        template.distinctVariants === null
          ? null
          : Math.max(0, template.distinctVariants - (seen.variants.get(template.versionId) ?? 0)),
    })),
    now,
    today: learner.today,
    endOfToday: startOfLocalDay(addDays(learner.today, 1), learner.timeZone, learner.rollOverHour),
    recent: answers.map(({ conceptId, kind }) => ({ conceptId, kind })),
    heldBeliefs: beliefsHeld(answers),
    parameters: learner.parameters,
  };
}

/** What is due now needs no more than this. */
export async function readDueInput(
  client: Prisma.TransactionClient,
  learner: Learner,
): Promise<Pick<PlanInput, 'cards' | 'newToday' | 'limits'>> {
  const [cards, newToday] = await Promise.all([
    client.card.findMany({ where: { learnerId: learner.id } }),
    countCardsBegun(client, learner),
  ]);
  return {
    cards: cards.map((row) => ({
      conceptId: row.conceptId,
      skill: row.skill,
      state: cardFromRow(row),
    })),
    newToday,
    limits: { ...defaultLimits, newPerDay: learner.newPerDay },
  };
}

/** When each template was last shown to the learner, and how many distinct variants of each version were. */
async function readSeen(client: Prisma.TransactionClient, learnerId: string) {
  const rows = await client.$queryRaw<
    { template: string; version: string; last: Date; variants: bigint }[]
  >`
    SELECT tv.template_id AS template, tv.id AS version, max(s.shown_at) AS last,
           count(DISTINCT v.fingerprint) AS variants
    FROM showings s
    JOIN variants v ON v.id = s.variant_id
    JOIN template_versions tv ON tv.id = v.template_version_id
    WHERE s.learner_id = ${learnerId}::uuid
    GROUP BY tv.template_id, tv.id`;
  const lastSeenAt = new Map<string, number>();
  const variants = new Map<string, number>();
  for (const row of rows) {
    const last = row.last.getTime();
    lastSeenAt.set(row.template, Math.max(last, lastSeenAt.get(row.template) ?? last));
    variants.set(row.version, Number(row.variants));
  }
  return { lastSeenAt, variants };
}

/** The learner's last answers, or the last up to some moment, newest first. */
export async function readRecentAnswers(
  client: Prisma.TransactionClient,
  learnerId: string,
  until?: Date,
) {
  const rows = await client.answer.findMany({
    where: { learnerId, ...(until !== undefined && { answeredAt: { lte: until } }) },
    orderBy: [{ answeredAt: 'desc' }, { id: 'desc' }],
    take: RECENT_ANSWERS,
    select: {
      correct: true,
      answeredAt: true,
      beliefs: { select: { misconceptionId: true } },
      variant: {
        select: {
          key: true,
          templateVersion: { select: { templateId: true, conceptId: true, kind: true } },
        },
      },
    },
  });
  return rows.map((row) => ({
    ...row.variant.templateVersion,
    correct: row.correct,
    answeredAt: row.answeredAt.getTime(),
    shown: row.beliefs.map(({ misconceptionId }) => misconceptionId),
    asked: [...believedAnswers(row.variant.key as unknown as VariantKey).keys()],
  }));
}

/** How many cards got the first answer of their life on the learner's present day; undone ones do not count. */
async function countCardsBegun(
  client: Prisma.TransactionClient,
  learner: Learner,
): Promise<number> {
  const begun = await client.review.findMany({
    where: {
      learnerId: learner.id,
      localDay: dayToColumn(learner.today),
      undoesId: null,
      stabilityBefore: null,
      undoneBy: null,
    },
    select: { conceptId: true, skill: true },
    distinct: ['conceptId', 'skill'],
  });
  return begun.length;
}
