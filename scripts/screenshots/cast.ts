import { randomUUID } from 'node:crypto';
import type { Kind, Locale, VariantKey, VariantQuestion } from '@/lib/quiz/types';
import { issueToken } from '@/lib/server/accounts/one-time-token';
import { sealSession } from '@/lib/server/accounts/session-token';
import { engineVersion } from '@/lib/engine';
import { createTemplate } from '@/lib/server/authoring/create-template';
import { revisionOf } from '@/lib/server/authoring/draft-text';
import { publishTemplate } from '@/lib/server/authoring/publish-template';
import { db } from '@/lib/server/db';
import { createSandbox } from '@/lib/server/sandbox/create-sandbox';
import { runCommand } from '@/lib/server/sandbox/run-command';
import { shareRun } from '@/lib/server/sandbox/share-run';
import { demoAccount } from '../demo/instructor';
import { makeDemo } from '../demo/make-demo';

/** Whose screens are shown. Ids of people and of a cohort. */
export interface Cast {
  /** A member who has done nothing yet. */
  readonly newcomer: string;
  /** The demo's learner with the most answers. */
  readonly learner: string;
  readonly instructor: string;
  readonly cohortId: string;
  readonly joinCode: string;
}

/** The question that is before a learner, with its key. */
export interface OpenQuestion {
  readonly question: VariantQuestion;
  readonly key: VariantKey;
}

/** How large a part of what `npm run demo` makes is played. */
export interface DemoSize {
  readonly learners: number;
  readonly days: number;
}

/** Enough for every page to be full. */
export const fullPages: DemoSize = { learners: 18, days: 40 };

/** The concepts whose questions are shown where a kind has several. */
const favourites = ['lifecycle.paused', 'lifecycle.stopped', 'lifecycle.transitions'];

/** Fills the database with people to look at: the demo, its instructor, and a newcomer. */
export async function makeCast(now: number, size: DemoSize): Promise<Cast> {
  const { id: instructor } = await demoAccount('captain@drydock.example', now);
  const { cohortId, joinCode } = await makeDemo({
    ...size,
    poolSize: 2,
    now,
    instructorId: instructor,
  });
  const newcomer = await db.person.create({
    data: { kind: 'member', name: '바다', email: 'bada@drydock.example' },
    select: { id: true },
  });
  const [busiest] = await db.answer.groupBy({
    by: ['learnerId'],
    _count: { id: true },
    orderBy: { _count: { id: 'desc' } },
    take: 1,
  });
  if (busiest === undefined) throw new Error('the demo has no answers');
  return { newcomer: newcomer.id, learner: busiest.learnerId, instructor, cohortId, joinCode };
}

/** A fresh guest. @param newPerDay how many new questions a day they take */
export async function makeGuest(newPerDay: number): Promise<string> {
  const { id } = await db.person.create({
    data: { kind: 'guest', newPerDay },
    select: { id: true },
  });
  return id;
}

/** Opens a question of this kind for a learner who has none open, as the planner would. */
export async function openQuestion(learnerId: string, kind: Kind): Promise<void> {
  const variants = await db.variant.findMany({
    where: { templateVersion: { kind, template: { origin: 'course' } } },
    select: { id: true, templateVersion: { select: { conceptId: true, skill: true } } },
    orderBy: [{ templateVersion: { templateId: 'asc' } }, { seed: 'asc' }],
  });
  const chosen =
    variants.find(({ templateVersion }) => favourites.includes(templateVersion.conceptId)) ??
    variants[0];
  if (chosen === undefined) throw new Error(`the course asks no question of the kind ${kind}`);
  const { conceptId, skill } = chosen.templateVersion;
  await db.card.create({ data: { learnerId, conceptId, skill } });
  await db.showing.create({
    data: { learnerId, variantId: chosen.id, conceptId, skill, shownAt: new Date() },
  });
}

/** What is before the learner now; null when the day is done. */
export async function readOpenQuestion(learnerId: string): Promise<OpenQuestion | null> {
  const row = await db.showing.findFirst({
    where: { learnerId, closedAt: null },
    select: { variant: { select: { question: true, key: true } } },
  });
  return row === null ? null : (row.variant as unknown as OpenQuestion);
}

/** What somebody typed on a fresh host with these images, as a shared link shows it. Returns the link's key. */
export async function shareSession(
  images: readonly string[],
  lines: readonly string[],
): Promise<string> {
  const learnerId = await makeGuest(3);
  const sandboxId = await createSandbox(learnerId, { images });
  for (const line of lines)
    await runCommand({ learnerId, sandboxId, commandKey: randomUUID(), line });
  return (await shareRun(learnerId, sandboxId)).key;
}

/** Sandboxes of somebody who has typed this in each. Returns the id of the last one. */
export async function fillSandboxes(
  learnerId: string,
  images: readonly string[],
  sessions: readonly (readonly string[])[],
): Promise<string> {
  let sandboxId = '';
  for (const lines of sessions) {
    sandboxId = await createSandbox(learnerId, { images });
    for (const line of lines)
      await runCommand({ learnerId, sandboxId, commandKey: randomUUID(), line });
  }
  return sandboxId;
}

/** A draft of the instructor's own: the starter of a kind, with a mistake in it if wanted. Returns its id. */
export async function makeDraft(
  cast: Cast,
  { slug, locale, mistaken }: { slug: string; locale: Locale; mistaken: boolean },
): Promise<string> {
  const id = await createTemplate(instructorOf(cast), slug, { kind: 'choice', locale });
  if (mistaken) {
    const { draft } = await db.template.findUniqueOrThrow({ where: { id } });
    const wrong = (draft ?? '').replace('pause-keeps-cpu,', 'pause-keeps-cpus,');
    await db.template.update({ where: { id }, data: { draft: wrong } });
  }
  return id;
}

/** A published template of the instructor's own that the engine of today does not prove. Returns its id. */
export async function makeOutdated(
  cast: Cast,
  { slug, locale }: { slug: string; locale: Locale },
): Promise<string> {
  const id = await makeDraft(cast, { slug, locale, mistaken: false });
  const { draft } = await db.template.findUniqueOrThrow({ where: { id } });
  const revision = revisionOf(draft ?? '');
  await publishTemplate(instructorOf(cast), id, { revision, cohortIds: [cast.cohortId] });
  const version = await db.templateVersion.findFirstOrThrow({ where: { templateId: id } });
  const line = (draft ?? '').split('\n').findIndex((text) => text.startsWith('  beliefs:')) + 1;
  const problem = {
    line,
    column: 3,
    message: 'the belief `pause-keeps-cpu` yields no option of its own over all seeds',
    instead: 'remove it, or ask for something that it changes',
  };
  await db.reproof.create({
    data: {
      templateVersionId: version.id,
      engineVersion,
      proved: false,
      proof: { proved: false, beliefs: [], problems: [problem] },
      flips: [],
    },
  });
  return id;
}

function instructorOf(cast: Cast) {
  return {
    id: cast.instructor,
    kind: 'member',
    isAdmin: false,
    cohorts: [{ id: cast.cohortId, role: 'instructor' }],
  } as const;
}

/** The token of a link that a mail would bring. The one that was made before it for the same language ends. */
export function linkToken(purpose: 'reset' | 'signIn', locale: Locale): Promise<string> {
  const address = `bada+${locale}@drydock.example`;
  return db.$transaction((tx) => issueToken(tx, purpose, address, new Date()));
}

/** The value of a session cookie for this person. */
export async function sessionOf(personId: string): Promise<string> {
  const { sessionVersion } = await db.person.findUniqueOrThrow({ where: { id: personId } });
  return sealSession({ personId, sessionVersion }, process.env['NEXTAUTH_SECRET'] ?? '');
}
