import { engineVersion } from '@/lib/engine';
import { cohortSchema } from '@/lib/server/cohorts/cohort-fields';
import { createCohort } from '@/lib/server/cohorts/create-cohort';
import { db } from '@/lib/server/db';
import type { Viewer } from '@/lib/server/accounts/load-viewer';
import { createTemplate } from '@/lib/server/authoring/create-template';
import { readTemplate } from '@/lib/server/authoring/read-template';
import { saveDraft } from '@/lib/server/authoring/save-draft';
import { again } from '../cohorts/cohort-fixture';

const readings = {
  web: '웹',
  api: '에이피아이',
  shop: '샵',
  blog: '블로그',
  site: '사이트',
  chat: '챗',
  mail: '메일',
  game: '게임',
  nginx: '엔진엑스',
  redis: '레디스',
  httpd: '에이치티티피디',
};

const concepts = [
  'lifecycle.paused',
  'lifecycle.stopped',
  'lifecycle.transitions',
  'name.aliases',
  'name.grammar',
  'network.port-conflict',
  'network.port-publish',
];

const misconceptions = [
  'pause-keeps-cpu',
  'pause-frees-memory',
  'pause-is-stop',
  'exit-removes-container',
  'namespace-is-registry',
  'no-slash-means-local',
  'port-order-swapped',
];

/** The words of a small course, as loading the content would leave them: what studio templates may refer to. */
export async function makeWords(): Promise<void> {
  const said = (id: string) => ({ ko: `${id}의 말`, en: `words of ${id}` });
  await db.contentVersion.create({
    data: {
      hash: '0'.repeat(64),
      engineVersion,
      templates: 0,
      concepts: concepts.length,
      readings,
    },
  });
  await db.concept.createMany({
    data: concepts.map((id, position) => ({
      id,
      position,
      title: said(id),
      statement: said(id),
      text: said(id),
      sources: [],
    })),
  });
  await db.misconception.createMany({
    data: misconceptions.map((id) => ({ id, belief: said(id), answer: said(id) })),
  });
  await db.sourceStatement.create({
    data: { source: 'S0', from: 1, to: 85, file: 's0.txt', words: said('S0') },
  });
}

/** A cohort that this member instructs, and the member at their next request. */
export async function teach(
  viewer: Viewer,
  name: string,
): Promise<{ readonly cohortId: string; readonly teacher: Viewer }> {
  const words = cohortSchema.parse({ name, readinessDate: '' });
  const cohortId = await createCohort(viewer, words);
  return { cohortId, teacher: await again(viewer) };
}

/** Puts a learner into a cohort. */
export async function enrol(cohortId: string, learner: Pick<Viewer, 'id'>): Promise<void> {
  await db.membership.create({ data: { cohortId, personId: learner.id, role: 'learner' } });
}

/** A draft of this member with this text; the choice starter when none is given. */
export async function draftOf(
  viewer: Viewer,
  slug: string,
  text?: string,
): Promise<{ readonly id: string; readonly revision: string }> {
  const id = await createTemplate(viewer, slug, { kind: 'choice', locale: 'en' });
  const { revision } = await readTemplate(viewer, id);
  if (text === undefined) return { id, revision };
  const saved = await saveDraft(viewer, id, text, revision);
  if (saved.status !== 'saved') throw new Error('the draft was not saved');
  return { id, revision: saved.revision };
}
