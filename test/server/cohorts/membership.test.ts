import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/lib/server/accounts/load-viewer';
import { changeCohort } from '@/lib/server/cohorts/change-cohort';
import { cohortSchema } from '@/lib/server/cohorts/cohort-fields';
import { createCohort } from '@/lib/server/cohorts/create-cohort';
import { eraseCohort } from '@/lib/server/cohorts/erase-cohort';
import { findCohortByCode } from '@/lib/server/cohorts/find-cohort-by-code';
import { joinCohort } from '@/lib/server/cohorts/join-cohort';
import { leaveCohort } from '@/lib/server/cohorts/leave-cohort';
import { listCohorts } from '@/lib/server/cohorts/list-cohorts';
import { readCohort } from '@/lib/server/cohorts/read-cohort';
import { readCohortReport } from '@/lib/server/cohorts/read-cohort-report';
import { removeMember } from '@/lib/server/cohorts/remove-member';
import { renewJoinCode } from '@/lib/server/cohorts/renew-join-code';
import { db } from '@/lib/server/db';
import { again, codeOf, newViewer } from './cohort-fixture';

const notFound = expect.objectContaining({ kind: 'not-found' }) as unknown;
const words = (name: string, readinessDate = '') => cohortSchema.parse({ name, readinessDate });

let teacher: Viewer;
let cohortId: string;

beforeEach(async () => {
  teacher = await newViewer('member', 'Teacher');
  cohortId = await createCohort(teacher, words('Spring', '2027-03-01'));
  teacher = await again(teacher);
});

const join = async (viewer: Viewer, name: string | null = null) => {
  const joined = await joinCohort(viewer, await codeOf(cohortId), name);
  expect(joined).toEqual({ ok: true, value: cohortId });
  return again(viewer);
};
const rolesOf = async () =>
  (await db.membership.findMany({ where: { cohortId }, orderBy: { role: 'asc' } })).map(
    ({ personId, role }) => [personId, role],
  );

describe('making a cohort', () => {
  test('any member may, and is its instructor', async () => {
    expect(await rolesOf()).toEqual([[teacher.id, 'instructor']]);
    expect(await listCohorts(teacher)).toEqual([
      {
        id: cohortId,
        name: 'Spring',
        role: 'instructor',
        learners: 0,
        readinessDate: '2027-03-01',
        synthetic: false,
      },
    ]);
  });

  test('a guest may not', async () => {
    const guest = await newViewer('guest');
    await expect(createCohort(guest, words('Mine'))).rejects.toMatchObject({ kind: 'forbidden' });
  });

  test.each([
    ['', '', { name: 'name-missing' }],
    ['   ', '', { name: 'name-missing' }],
    ['가'.repeat(81), '', { name: 'name-long' }],
    ['two\nlines', '', { name: 'name-invalid' }],
    ['Fine', '2027-02-30', { readinessDate: 'date-invalid' }],
    ['Fine', 'tomorrow', { readinessDate: 'date-invalid' }],
  ])('the fields %j, %j are refused beside the field', (name, readinessDate, expected) => {
    const parsed = cohortSchema.safeParse({ name, readinessDate });
    const errors = Object.fromEntries(
      (parsed.error?.issues ?? []).map(({ path, message }) => [String(path[0]), message]),
    );
    expect(errors).toEqual(expected);
  });

  test('eighty characters fit, counted as people count them', async () => {
    const name = '🐳'.repeat(80);
    await changeCohort(teacher, cohortId, words(name));
    expect((await readCohort(teacher, cohortId)).name).toBe(name);
  });
});

describe('joining', () => {
  test('by code, in any way of writing it; again changes nothing', async () => {
    const learner = await newViewer('member', 'Learner');
    const code = await codeOf(cohortId);
    const typed = `https://x.example/join/${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`;
    expect(await joinCohort(learner, typed, null)).toEqual({ ok: true, value: cohortId });
    await join(learner);
    expect(await rolesOf()).toEqual([
      [learner.id, 'learner'],
      [teacher.id, 'instructor'],
    ]);
  });

  test('two tabs at once make one membership', async () => {
    const learner = await newViewer('member', 'Learner');
    await Promise.all([join(learner), join(learner), join(learner)]);
    expect(await rolesOf()).toHaveLength(2);
  });

  test('a guest gives a name first, which stays theirs', async () => {
    const guest = await newViewer('guest');
    const code = await codeOf(cohortId);
    expect(await joinCohort(guest, code, null)).toEqual({
      ok: false,
      error: 'display-name-missing',
    });
    expect((await join(guest, 'Guest Kim')).name).toBe('Guest Kim');
  });

  test('a member’s name is not replaced', async () => {
    const learner = await join(await newViewer('member', 'Own'), 'Other');
    expect(learner.name).toBe('Own');
  });

  test('an instructor who opens the link stays one', async () => {
    await join(teacher);
    expect(await rolesOf()).toEqual([[teacher.id, 'instructor']]);
  });

  test('an unknown code is refused, and trying codes ends soon', async () => {
    const learner = await newViewer('member', 'Learner');
    expect(await joinCohort(learner, 'ZZZZZZZZ', null)).toEqual({
      ok: false,
      error: 'code-unknown',
    });
    for (let round = 0; round < 29; round++) await joinCohort(learner, 'ZZZZZZZ2', null);
    await expect(joinCohort(learner, 'ZZZZZZZ3', null)).rejects.toMatchObject({ kind: 'too-many' });
  });

  test('a renewed code replaces the old one', async () => {
    const old = await codeOf(cohortId);
    const renewed = await renewJoinCode(teacher, cohortId);
    expect(renewed).not.toBe(old);
    expect(await findCohortByCode(null, old)).toBeNull();
    expect(await findCohortByCode(null, renewed)).toMatchObject({
      name: 'Spring',
      instructors: ['Teacher'],
      joined: false,
    });
  });
});

describe('leaving', () => {
  test('a learner leaves and can see the cohort no more', async () => {
    const learner = await join(await newViewer('member', 'Learner'));
    expect((await readCohort(learner, cohortId)).role).toBe('learner');
    expect(await leaveCohort(learner, cohortId)).toEqual({ ok: true, value: null });
    await expect(readCohort(await again(learner), cohortId)).rejects.toEqual(notFound);
  });

  test('the last instructor stays, one of two may go, and never both', async () => {
    expect(await leaveCohort(teacher, cohortId)).toEqual({ ok: false, error: 'last-instructor' });
    const second = await join(await newViewer('member', 'Second'));
    await db.membership.updateMany({
      where: { cohortId, personId: second.id },
      data: { role: 'instructor' },
    });
    const outcomes = await Promise.all([
      leaveCohort(teacher, cohortId),
      leaveCohort(await again(second), cohortId),
    ]);
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await rolesOf()).toHaveLength(1);
  });

  test('an instructor removes learners and nobody else', async () => {
    const learner = await join(await newViewer('member', 'Learner'));
    await removeMember(teacher, cohortId, teacher.id);
    await removeMember(teacher, cohortId, learner.id);
    expect(await rolesOf()).toEqual([[teacher.id, 'instructor']]);
  });

  test('a cohort is erased once its name is typed; its people stay', async () => {
    const learner = await join(await newViewer('member', 'Learner'));
    expect(await eraseCohort(teacher, cohortId, 'spring')).toEqual({
      ok: false,
      error: 'confirmation-differs',
    });
    expect((await eraseCohort(teacher, cohortId, ' Spring ')).ok).toBe(true);
    expect(await db.cohort.count({ where: { id: cohortId } })).toBe(0);
    expect(await listCohorts(await again(learner))).toEqual([]);
  });
});

describe('what others are told', () => {
  const everything = (viewer: Viewer, id: string): [string, () => Promise<unknown>][] => [
    ['report', () => readCohortReport(viewer, id, 'en')],
    ['change', () => changeCohort(viewer, id, words('Taken'))],
    ['renew', () => renewJoinCode(viewer, id)],
    ['remove', () => removeMember(viewer, id, teacher.id)],
    ['erase', () => eraseCohort(viewer, id, 'Spring')],
  ];

  test('another instructor, an administrator and a learner get not-found for everything of an instructor', async () => {
    const other = await newViewer('member', 'Other');
    await createCohort(other, words('Autumn'));
    const admin = { ...(await newViewer('member', 'Admin')), isAdmin: true };
    const learner = await join(await newViewer('member', 'Learner'));
    for (const viewer of [await again(other), admin, learner]) {
      for (const [name, attempt] of everything(viewer, cohortId)) {
        await expect(attempt(), `${viewer.name}: ${name}`).rejects.toEqual(notFound);
      }
    }
    expect(await readCohort(teacher, cohortId)).toMatchObject({ name: 'Spring' });
  });

  test('a cohort that exists and one that does not are refused alike', async () => {
    const other = await newViewer('member', 'Other');
    for (const id of [cohortId, crypto.randomUUID(), 'no-uuid', '']) {
      await expect(readCohort(other, id)).rejects.toEqual(notFound);
      await expect(leaveCohort(other, id)).rejects.toEqual(notFound);
      for (const [, attempt] of everything(other, id)) {
        await expect(attempt()).rejects.toEqual(notFound);
      }
    }
  });

  test('a learner sees the name, the date and the instructors, and no other learner', async () => {
    const learner = await join(await newViewer('member', 'Learner'));
    await join(await newViewer('member', 'Fellow'));
    expect(await readCohort(learner, cohortId)).toEqual({
      id: cohortId,
      name: 'Spring',
      role: 'learner',
      readinessDate: '2027-03-01',
      synthetic: false,
      instructors: ['Teacher'],
    });
  });
});
