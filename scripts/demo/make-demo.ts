import { seededRandom } from '@/lib/kernel/random';
import { addDays, localDay, parseTimeZone, startOfLocalDay } from '@/lib/scheduling/local-day';
import { makeJoinCode } from '@/lib/server/cohorts/join-code';
import { db } from '@/lib/server/db';
import type { Prisma } from '@/lib/server/generated/client';
import { listConcepts } from '@/lib/server/practice/concepts';
import { listAskableTemplates } from '@/lib/server/practice/course';
import { dayToColumn } from '@/lib/server/practice/day-column';
import { makeProfiles } from './profile';
import { simulateLearner, type SimulatedLearner } from './simulate-learner';
import { writeLearner } from './write-learner';
import { fillPool, type PooledTemplate } from './variant-pool';

export const demoName = 'Drydock demo';

const timeZoneName = 'Asia/Seoul';
const rollOverHour = 4;
/** Days from today to the demo's readiness date. */
const readyInDays = 14;
/** Different misconceptions that learners start with. */
const plantedBeliefs = 10;
/** Nobody's id: the pool is of the course's own questions. */
const nobody = '00000000-0000-0000-0000-000000000000';

export interface DemoOptions {
  /** Milliseconds; the last simulated day is the one it falls on. */
  readonly now: number;
  readonly learners: number;
  readonly days: number;
  /** Different variants of each template. */
  readonly poolSize: number;
  /** Who instructs the cohort; whoever did before still does. */
  readonly instructorId: string;
}

export interface Demo {
  readonly cohortId: string;
  readonly joinCode: string;
  readonly learners: number;
  readonly answers: number;
}

/**
 * Makes the synthetic cohort, or replaces its synthetic learners; the cohort keeps its id, code and real people. The
 * same course and options, the moment included, give the same learners and answers. Whole or not at all.
 */
export async function makeDemo(options: DemoOptions): Promise<Demo> {
  const { now, days } = options;
  const zone = parseTimeZone(timeZoneName);
  if (!zone.ok) throw new Error(`unknown time zone ${timeZoneName}`);
  const today = localDay(now, zone.value, rollOverHour);
  const templates = await fillPool(await listAskableTemplates(db, nobody), options.poolSize);
  const concepts = await listConcepts(db);
  const beliefs = commonBeliefs(templates);
  const profiles = makeProfiles(seededRandom('drydock demo'), {
    count: options.learners,
    days,
    beliefs,
  });
  const simulation = {
    concepts,
    templates,
    timeZone: zone.value,
    rollOverHour,
    today,
    days,
    now,
  };
  const learners = profiles.map((profile) => simulateLearner(profile, simulation));
  const joinedOn = (from: number): Date =>
    new Date(startOfLocalDay(addDays(today, Math.min(from, days - 8) - days + 1), zone.value));
  const cohort = await db.$transaction(
    async (tx) => {
      const kept = await clearCohort(tx, options.instructorId, new Date(now));
      await tx.cohort.update({
        where: { id: kept.id },
        data: { readinessDate: dayToColumn(addDays(today, readyInDays)) },
      });
      for (const learner of learners) {
        const createdAt = joinedOn(learner.profile.from);
        await writeLearner(tx, learner, { timeZone: timeZoneName, rollOverHour, createdAt });
        await tx.membership.create({
          data: {
            cohortId: kept.id,
            personId: learner.profile.id,
            role: 'learner',
            joinedAt: createdAt,
          },
        });
      }
      return kept;
    },
    { timeout: 300_000, maxWait: 10_000 },
  );
  return {
    cohortId: cohort.id,
    joinCode: cohort.joinCode,
    learners: learners.length,
    answers: learners.reduce((sum, { steps }: SimulatedLearner) => sum + steps.length, 0),
  };
}

/** The misconceptions that most questions can show, the commonest first: those are the ones worth planting. */
function commonBeliefs(templates: readonly PooledTemplate[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const belief of templates.flatMap((template) => template.beliefs))
    counts.set(belief, (counts.get(belief) ?? 0) + 1);
  return [...counts]
    .sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1))
    .slice(0, plantedBeliefs)
    .map(([belief]) => belief);
}

/**
 * The demo's cohort without its synthetic learners, with this instructor; made when there is none. Synthetic learners
 * go wherever they are: their cohort may have been erased since.
 */
async function clearCohort(tx: Prisma.TransactionClient, instructorId: string, at: Date) {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('drydock demo'))`;
  const synthetic = await tx.person.findMany({
    where: { synthetic: true, accounts: { none: {} } },
    select: { id: true },
  });
  for (const { id } of synthetic) await tx.$executeRaw`SELECT erase_person(${id}::uuid)`;
  const known = await tx.cohort.findFirst({
    where: { synthetic: true },
    orderBy: { createdAt: 'asc' },
    select: { id: true, joinCode: true },
  });
  if (known === null) {
    return tx.cohort.create({
      data: {
        name: demoName,
        joinCode: makeJoinCode(),
        synthetic: true,
        timeZone: timeZoneName,
        createdById: instructorId,
        createdAt: at,
        members: { create: { personId: instructorId, role: 'instructor', joinedAt: at } },
      },
      select: { id: true, joinCode: true },
    });
  }
  await tx.membership.upsert({
    where: { cohortId_personId: { cohortId: known.id, personId: instructorId } },
    create: { cohortId: known.id, personId: instructorId, role: 'instructor', joinedAt: at },
    update: { role: 'instructor' },
  });
  return known;
}
