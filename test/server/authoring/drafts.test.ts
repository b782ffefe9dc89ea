import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/lib/server/accounts/load-viewer';
import { createTemplate } from '@/lib/server/authoring/create-template';
import { draftTextField, revisionOf } from '@/lib/server/authoring/draft-text';
import { listMyTemplates } from '@/lib/server/authoring/list-my-templates';
import { readTemplate } from '@/lib/server/authoring/read-template';
import { restoreTemplate } from '@/lib/server/authoring/restore-template';
import { retireTemplate } from '@/lib/server/authoring/retire-template';
import { saveDraft } from '@/lib/server/authoring/save-draft';
import { newTemplateSchema } from '@/lib/server/authoring/studio-fields';
import { ownerKey } from '@/lib/server/authoring/template-id';
import { db } from '@/lib/server/db';
import { newViewer } from '../cohorts/cohort-fixture';
import { draftOf, makeWords } from './studio-fixture';

const forbidden = { kind: 'forbidden' };
const notFound = { kind: 'not-found' };

let author: Viewer;

beforeAll(makeWords);
beforeEach(async () => {
  author = await newViewer('member', 'Author');
});

describe('making a template', () => {
  test('gives a draft of its author, named by the slug and the author’s key', async () => {
    const id = await createTemplate(author, 'paused-memory', { kind: 'choice', locale: 'ko' });
    expect(id).toBe(`paused-memory.${ownerKey(author.id)}`);
    const { text, state, published } = await readTemplate(author, id);
    expect(text).toMatch(/^id: paused-memory$/m);
    expect({ state, published }).toEqual({ state: 'draft', published: null });
  });

  test('an id can never be one of the course, which hold no dot', async () => {
    await db.template.create({ data: { id: 'same-name', origin: 'course' } });
    const id = await createTemplate(author, 'same-name', { kind: 'type', locale: 'en' });
    expect(id).toContain('.');
    expect(await db.template.count({ where: { id: 'same-name', origin: 'course' } })).toBe(1);
  });

  test('the same slug again gets a number, in the text too', async () => {
    await draftOf(author, 'twice');
    const { id } = await draftOf(author, 'twice');
    expect(id).toBe(`twice-2.${ownerKey(author.id)}`);
    expect((await readTemplate(author, id)).text).toMatch(/^id: twice-2$/m);
  });

  test('a guest is told to sign up: nothing is made', async () => {
    const guest = await newViewer('guest');
    const making = createTemplate(guest, 'mine', { kind: 'choice', locale: 'ko' });
    await expect(making).rejects.toMatchObject(forbidden);
    await expect(listMyTemplates(guest)).rejects.toMatchObject(forbidden);
  });

  test('an example that does not exist makes nothing', async () => {
    const making = createTemplate(author, 'mine', { example: 'no-such-template' });
    await expect(making).rejects.toMatchObject(notFound);
    expect(await listMyTemplates(author)).toEqual([]);
  });

  test.each([
    ['Paused Memory', 'paused-memory'],
    ['  a_b  ', 'a-b'],
  ])('the slug %j is taken as %j', (typed, slug) => {
    expect(newTemplateSchema.parse({ slug: typed, kind: 'choice' }).slug).toBe(slug);
  });

  test.each([
    ['', 'slug-missing'],
    ['한글', 'slug-invalid'],
    ['a--b', 'slug-invalid'],
    ['a.b', 'slug-invalid'],
    ['a'.repeat(61), 'slug-long'],
  ])('the slug %j is refused beside the field as %s', (slug, message) => {
    const parsed = newTemplateSchema.safeParse({ slug, kind: 'choice' });
    expect(parsed.error?.issues[0]).toMatchObject({ path: ['slug'], message });
  });
});

describe('saving a draft', () => {
  test.each(['', 'id: [broken', '- \t: "', '# nur Kommentar\n', '한글만 있어요 🐳'])(
    'keeps any text, however broken: %j',
    async (text) => {
      const { id, revision } = await draftOf(author, 'any-text');
      expect(await saveDraft(author, id, text, revision)).toEqual({
        status: 'saved',
        revision: revisionOf(text),
      });
      expect((await readTemplate(author, id)).text).toBe(text);
    },
  );

  test('a text changed in another tab is told, not overwritten', async () => {
    const { id, revision } = await draftOf(author, 'two-tabs');
    await saveDraft(author, id, 'from the first tab', revision);
    expect(await saveDraft(author, id, 'from the second tab', revision)).toEqual({
      status: 'conflict',
      text: 'from the first tab',
      revision: revisionOf('from the first tab'),
    });
    expect((await readTemplate(author, id)).text).toBe('from the first tab');
  });

  test('of two tabs that save at the same moment one is told', async () => {
    const { id, revision } = await draftOf(author, 'same-moment');
    const texts = Array.from({ length: 6 }, (_, i) => `text ${i}`);
    const outcomes = await Promise.all(texts.map((text) => saveDraft(author, id, text, revision)));
    expect(outcomes.filter(({ status }) => status === 'saved')).toHaveLength(1);
  });

  test('saving what is there already is right, whatever it was written from', async () => {
    const { id } = await draftOf(author, 'repeated', 'the same');
    const outcome = await saveDraft(author, id, 'the same', 'of long ago');
    expect(outcome).toEqual({ status: 'saved', revision: revisionOf('the same') });
  });

  test('texts longer than 50,000 characters are refused; line breaks become one kind', () => {
    expect(draftTextField.safeParse('가'.repeat(50_000)).success).toBe(true);
    expect(draftTextField.safeParse('a'.repeat(50_001)).success).toBe(false);
    expect(draftTextField.parse('a\r\nb\rc\0d')).toBe('a\nb\ncd');
  });
});

describe('somebody else’s template', () => {
  test.each([
    ['reading', (viewer: Viewer, id: string) => readTemplate(viewer, id)],
    ['saving', (viewer: Viewer, id: string) => saveDraft(viewer, id, 'x', 'y')],
    ['retiring', (viewer: Viewer, id: string) => retireTemplate(viewer, id)],
    ['restoring', (viewer: Viewer, id: string) => restoreTemplate(viewer, id)],
  ])('%s it is the same as of one that does not exist', async (_name, use) => {
    const { id } = await draftOf(author, 'mine-alone');
    const other = await newViewer('member', 'Other');
    await expect(use(other, id)).rejects.toMatchObject(notFound);
    await expect(use(other, 'nothing.here00')).rejects.toMatchObject(notFound);
    await db.template.upsert({
      where: { id: 'of-the-course' },
      create: { id: 'of-the-course', origin: 'course' },
      update: {},
    });
    await expect(use(author, 'of-the-course')).rejects.toMatchObject(notFound);
  });

  test('is in no list but its author’s', async () => {
    await draftOf(author, 'mine-alone');
    const other = await newViewer('member', 'Other');
    expect(await listMyTemplates(other)).toEqual([]);
    expect(await listMyTemplates(author)).toMatchObject([{ slug: 'mine-alone', state: 'draft' }]);
  });
});

test('retiring and restoring a draft changes its state only', async () => {
  const { id } = await draftOf(author, 'put-away', 'text');
  await retireTemplate(author, id);
  expect(await readTemplate(author, id)).toMatchObject({ state: 'retired', text: 'text' });
  await restoreTemplate(author, id);
  expect(await readTemplate(author, id)).toMatchObject({ state: 'draft', text: 'text' });
});
