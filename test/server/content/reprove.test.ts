import { beforeAll, expect, test } from 'vitest';
import { catalogueData } from '@/content/catalogue';
import { manualData } from '@/content/manual';
import { buildCatalogue, buildManual, engineVersion } from '@/lib/engine';
import type { Viewer } from '@/lib/server/accounts/load-viewer';
import { listMyTemplates } from '@/lib/server/authoring/list-my-templates';
import { publishTemplate } from '@/lib/server/authoring/publish-template';
import { readTemplate } from '@/lib/server/authoring/read-template';
import { saveDraft } from '@/lib/server/authoring/save-draft';
import { starterText } from '@/lib/server/authoring/starter-text';
import { questionContext } from '@/lib/server/content/question-context';
import { proveHere, type Prove } from '@/lib/server/content/prove-here';
import { flipLines, reproveAll, reproveStudio } from '@/lib/server/content/reprove';
import { db } from '@/lib/server/db';
import { listAskableTemplates } from '@/lib/server/practice/course';
import { loadContent, type CourseContent } from '@/lib/server/content/load-content';
import { templateOf } from '../../quiz/context-for-tests';
import { newViewer } from '../cohorts/cohort-fixture';
import { draftOf, enrol, makeWords, teach } from '../authoring/studio-fixture';

const another = '0.0.1-another-engine';
const seeds = 4;
const flashcard = (slug: string) => starterText('flashcard', 'en').replace('my-question', slug);

let author: Viewer;
let cohortId: string;
let learner: Viewer;
let prove: Prove;

beforeAll(async () => {
  await makeWords();
  ({ cohortId, teacher: author } = await teach(await newViewer('member', 'Author'), 'Spring'));
  learner = await newViewer('guest', 'Learner');
  await enrol(cohortId, learner);
  prove = proveHere(await questionContext());
});

/** Makes a version look as if another engine had proved it so. Versions are guarded: the guard is put aside for the moment. */
async function doctor(versionId: string, proof: object): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.templateVersion.update({
      where: { id: versionId },
      data: { engineVersion: another, proof },
    });
  });
}

/** A published template whose stored proof another engine made; `doctored` is that proof. */
async function publishedByAnother(slug: string, doctored: object = {}): Promise<string> {
  const { id, revision } = await draftOf(author, slug, flashcard(slug));
  await publishTemplate(author, id, { revision, cohortIds: [cohortId] });
  const version = await db.templateVersion.findFirstOrThrow({ where: { templateId: id } });
  await doctor(version.id, { ...(version.proof as object), ...doctored });
  return id;
}

const isAsked = async (id: string) =>
  (await listAskableTemplates(db, learner.id)).some(({ templateId }) => templateId === id);
const failing: Prove = async (templates, count) =>
  (await prove(templates, count)).map((proof) => ({
    ...proof,
    proved: false,
    problems: [
      { file: 'x.yaml', line: 7, column: 3, message: 'it does not hold', instead: 'mend the card' },
    ],
  }));

test('what a changed engine still proves is asked as before, and is proved again once', async () => {
  const id = await publishedByAnother('still-good');
  const [reproved, ...rest] = await reproveStudio(prove, seeds);
  expect(rest).toEqual([]);
  expect(reproved).toMatchObject({ templateId: id, flips: [], proof: { proved: true } });
  expect(await isAsked(id)).toBe(true);
  expect(await reproveStudio(prove, seeds)).toEqual([]);
});

test('a key that is another now is told in words', async () => {
  const id = await publishedByAnother('other-key', { answers: ['something else', 'recalled'] });
  expect(flipLines(await reproveStudio(prove, seeds))).toEqual([
    `${id}: the key of proof-0 was "something else" and is "recalled" (1 seeds differ)`,
  ]);
});

test('what a changed engine does not prove is not asked, its author sees why, and mended it is asked again', async () => {
  const id = await publishedByAnother('broken-now');
  expect(await isAsked(id)).toBe(true);
  expect(flipLines(await reproveStudio(failing, seeds))).toEqual([
    `${id}: proved before, fails now: x.yaml:7:3: it does not hold — mend the card`,
  ]);
  expect(await isAsked(id)).toBe(false);
  const listed = (await listMyTemplates(author)).find((template) => template.id === id);
  expect(listed?.state).toBe('failed');
  const page = await readTemplate(author, id);
  expect(page.state).toBe('failed');
  expect(page.failed).toEqual([
    { line: 7, column: 3, message: 'it does not hold', instead: 'mend the card' },
  ]);

  const mended = await saveDraft(author, id, `${flashcard('broken-now')}\n`, page.revision);
  if (mended.status !== 'saved') throw new Error('the draft was not saved');
  await publishTemplate(author, id, { revision: mended.revision, cohortIds: [cohortId] });
  expect(await isAsked(id)).toBe(true);
  expect(await readTemplate(author, id)).toMatchObject({ state: 'published', failed: null });
});

test('an audit proves all that is in use, stores nothing, and leaves out what is retired', async () => {
  const id = await publishedByAnother('audited', { answers: ['another'] });
  const before = await db.reproof.count();
  const all = await reproveAll(prove, seeds);
  expect(all.find(({ templateId }) => templateId === id)?.flips).toHaveLength(1);
  expect(await db.reproof.count()).toBe(before);
  await db.template.update({ where: { id }, data: { retired: true } });
  expect((await reproveAll(prove, seeds)).map(({ templateId }) => templateId)).not.toContain(id);
});

test('a course that another engine proved is proved again and what flipped is told', async () => {
  const template = {
    ...templateOf(flashcard('of-the-course')),
    id: 'of-the-course',
  };
  const { readings } = await questionContext();
  const concept = await db.concept.findUniqueOrThrow({ where: { id: template.conceptId } });
  const words = concept.title as { ko: string; en: string };
  const content: CourseContent = {
    concepts: [
      {
        id: template.conceptId,
        title: words,
        statement: words,
        text: words,
        needs: [],
        sources: [],
      },
    ],
    misconceptions: [],
    sources: [],
    glossary: [],
    templates: [template],
    catalogue: buildCatalogue(catalogueData),
    manual: buildManual(manualData),
    readings,
  };
  expect(await loadContent(content, { seeds })).toMatchObject({ ok: true, value: { flipped: [] } });
  const version = await db.templateVersion.findFirstOrThrow({ where: { templateId: template.id } });
  await doctor(version.id, { ...(version.proof as object), answers: ['forgotten'] });
  await db.contentVersion.updateMany({ data: { hash: '1'.repeat(64) } });
  const loaded = await loadContent(content, { seeds });
  expect(loaded).toMatchObject({
    ok: true,
    value: {
      published: 1,
      flipped: [
        'of-the-course: the key of proof-0 was "forgotten" and is "recalled" (1 seeds differ)',
      ],
    },
  });
  const newest = await db.templateVersion.findFirstOrThrow({
    where: { templateId: template.id },
    orderBy: { number: 'desc' },
  });
  expect(newest).toMatchObject({ number: 2, engineVersion });
});
