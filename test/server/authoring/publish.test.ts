import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/lib/server/accounts/load-viewer';
import { listMyTemplates } from '@/lib/server/authoring/list-my-templates';
import { publishTemplate } from '@/lib/server/authoring/publish-template';
import { readTemplate } from '@/lib/server/authoring/read-template';
import { restoreTemplate } from '@/lib/server/authoring/restore-template';
import { retireTemplate } from '@/lib/server/authoring/retire-template';
import { saveDraft } from '@/lib/server/authoring/save-draft';
import { starterText } from '@/lib/server/authoring/starter-text';
import { db } from '@/lib/server/db';
import { listAskableTemplates } from '@/lib/server/practice/course';
import { newViewer } from '../cohorts/cohort-fixture';
import { draftOf, enrol, makeWords, teach } from './studio-fixture';

const notFound = { kind: 'not-found' };

let author: Viewer;
let spring: string;
let autumn: string;
let springLearner: Viewer;
let autumnLearner: Viewer;

beforeAll(makeWords);
beforeEach(async () => {
  author = await newViewer('member', 'Author');
  ({ cohortId: spring, teacher: author } = await teach(author, 'Spring'));
  ({ cohortId: autumn, teacher: author } = await teach(author, 'Autumn'));
  springLearner = await newViewer('guest', 'Spring learner');
  autumnLearner = await newViewer('guest', 'Autumn learner');
  await enrol(spring, springLearner);
  await enrol(autumn, autumnLearner);
});

/** The flashcard starter: proved quickly. */
const good = starterText('flashcard', 'en').replace('my-question', 'mine');
const asked = async (learner: Viewer, id: string) =>
  (await listAskableTemplates(db, learner.id)).filter(({ templateId }) => templateId === id);
const versionsOf = (id: string) =>
  db.templateVersion.findMany({ where: { templateId: id }, orderBy: { number: 'asc' } });

describe('publishing', () => {
  test('makes version 1 and shows it to the learners of the chosen cohorts alone', async () => {
    const { id, revision } = await draftOf(author, 'mine', good);
    const outcome = await publishTemplate(author, id, { revision, cohortIds: [spring] });
    expect(outcome).toEqual({ status: 'published', number: 1, fresh: true, cohorts: [spring] });
    const [version] = await versionsOf(id);
    expect(version).toMatchObject({
      source: good,
      kind: 'flashcard',
      skill: 'recall',
      publishedById: author.id,
      contentVersionId: null,
      definition: { id },
    });
    expect(await asked(springLearner, id)).toMatchObject([{ versionId: version?.id }]);
    expect(await asked(autumnLearner, id)).toEqual([]);
    expect(await listMyTemplates(author)).toMatchObject([
      { id, state: 'published', version: { number: 1 }, cohorts: [{ name: 'Spring' }] },
    ]);
  });

  test('an edit is kept as a draft until it is published as version 2', async () => {
    const { id, revision } = await draftOf(author, 'mine', good);
    await publishTemplate(author, id, { revision, cohortIds: [spring] });
    const edited = good.replace('Memory only.', 'Only memory.');
    const saved = await saveDraft(author, id, edited, revision);
    expect(await readTemplate(author, id)).toMatchObject({
      state: 'edited',
      published: { number: 1 },
    });
    const [first] = await versionsOf(id);
    expect(await asked(springLearner, id)).toMatchObject([{ versionId: first?.id }]);

    const outcome = await publishTemplate(author, id, {
      revision: saved.revision,
      cohortIds: [spring],
    });
    expect(outcome).toMatchObject({ number: 2, fresh: true });
    const [before, after] = await versionsOf(id);
    expect(before).toEqual(first);
    expect(after).toMatchObject({ number: 2, source: edited });
    expect(await asked(springLearner, id)).toMatchObject([{ versionId: after?.id }]);
  });

  test('a published version cannot be changed, not even by hand', async () => {
    const { id, revision } = await draftOf(author, 'mine', good);
    await publishTemplate(author, id, { revision, cohortIds: [spring] });
    const changing = db.templateVersion.updateMany({
      where: { templateId: id },
      data: { source: 'another' },
    });
    await expect(changing).rejects.toThrow(/immutable/);
  });

  test('the same text again makes no version; the cohorts become those chosen', async () => {
    const { id, revision } = await draftOf(author, 'mine', good);
    await publishTemplate(author, id, { revision, cohortIds: [spring] });
    const outcome = await publishTemplate(author, id, { revision, cohortIds: [autumn] });
    expect(outcome).toMatchObject({ number: 1, fresh: false });
    expect(await versionsOf(id)).toHaveLength(1);
    expect(await asked(springLearner, id)).toEqual([]);
    expect(await asked(autumnLearner, id)).toHaveLength(1);
  });

  test.each([
    ['a text that is wrong', 'id: [broken'],
    ['a text that is not proved', good.replace('memory(web) > 0', 'memory(web) == 0')],
  ])('%s is refused with its problems, and nothing is published', async (_name, text) => {
    const { id, revision } = await draftOf(author, 'mine', text);
    const outcome = await publishTemplate(author, id, { revision, cohortIds: [spring] });
    expect(outcome.status).toBe('refused');
    if (outcome.status === 'refused') expect(outcome.check.problems.length).toBeGreaterThan(0);
    expect(await versionsOf(id)).toEqual([]);
    expect(await db.publication.count({ where: { templateId: id } })).toBe(0);
    expect((await readTemplate(author, id)).text).toBe(text);
  });

  test('is proved over 200 seeds', async () => {
    const { id, revision } = await draftOf(author, 'mine');
    await publishTemplate(author, id, { revision, cohortIds: [spring] });
    const [version] = await versionsOf(id);
    expect(version?.proof).toMatchObject({ proved: true, seeds: 200, templateId: id });
  });

  test('a draft that changed since is a conflict', async () => {
    const { id, revision } = await draftOf(author, 'mine', good);
    await saveDraft(author, id, `${good}# more\n`, revision);
    const publishing = publishTemplate(author, id, { revision, cohortIds: [spring] });
    await expect(publishing).rejects.toMatchObject({ kind: 'conflict' });
    expect(await versionsOf(id)).toEqual([]);
  });

  test('needs a cohort', async () => {
    const { id, revision } = await draftOf(author, 'mine', good);
    const publishing = publishTemplate(author, id, { revision, cohortIds: [] });
    await expect(publishing).rejects.toMatchObject({ kind: 'invalid' });
  });

  test('a cohort that the author only learns in, or knows nothing of, does not exist', async () => {
    const other = await newViewer('member', 'Other');
    const { cohortId: foreign } = await teach(other, 'Foreign');
    const { id, revision } = await draftOf(author, 'mine', good);
    for (const cohortIds of [[foreign], [spring, foreign]]) {
      const publishing = publishTemplate(author, id, { revision, cohortIds });
      await expect(publishing).rejects.toMatchObject(notFound);
    }
    expect(await versionsOf(id)).toEqual([]);
  });

  test('somebody else’s template does not exist for another instructor', async () => {
    const { id, revision } = await draftOf(author, 'mine', good);
    const stranger = await newViewer('member', 'Stranger');
    const { cohortId, teacher } = await teach(stranger, 'Theirs');
    const publishing = publishTemplate(teacher, id, { revision, cohortIds: [cohortId] });
    await expect(publishing).rejects.toMatchObject(notFound);
  });

  test('publications to cohorts that the author no longer instructs stay as they are', async () => {
    const { id, revision } = await draftOf(author, 'mine', good);
    await publishTemplate(author, id, { revision, cohortIds: [spring, autumn] });
    const withoutAutumn = { ...author, cohorts: author.cohorts.filter((c) => c.id !== autumn) };
    await publishTemplate(withoutAutumn, id, { revision, cohortIds: [spring] });
    expect(await asked(autumnLearner, id)).toHaveLength(1);
  });
});

test('a retired template is asked no longer, and again once it is restored', async () => {
  const { id, revision } = await draftOf(author, 'mine', good);
  await publishTemplate(author, id, { revision, cohortIds: [spring] });
  await retireTemplate(author, id);
  expect(await asked(springLearner, id)).toEqual([]);
  expect(await readTemplate(author, id)).toMatchObject({ state: 'retired' });
  await restoreTemplate(author, id);
  expect(await asked(springLearner, id)).toHaveLength(1);
});
