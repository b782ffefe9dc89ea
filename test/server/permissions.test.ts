import { describe, expect, test } from 'vitest';
import { type Asker, can, type Permission } from '@/lib/server/permissions';

const cohort = { cohortId: 'own' };
const foreignCohort = { cohortId: 'foreign' };
const template = { ownerId: 'me' };
const foreignTemplate = { ownerId: 'somebody' };
const courseTemplate = { ownerId: null };

const someone = (changes: Partial<Asker>): Asker => ({
  id: 'me',
  kind: 'member',
  isAdmin: false,
  cohorts: [],
  ...changes,
});

const askers = {
  nobody: null,
  guest: someone({ kind: 'guest' }),
  guestLearner: someone({ kind: 'guest', cohorts: [{ id: 'own', role: 'learner' }] }),
  guestInstructor: someone({ kind: 'guest', cohorts: [{ id: 'own', role: 'instructor' }] }),
  member: someone({}),
  learner: someone({ cohorts: [{ id: 'own', role: 'learner' }] }),
  instructor: someone({ cohorts: [{ id: 'own', role: 'instructor' }] }),
  admin: someone({ isAdmin: true }),
  guestAdmin: someone({ kind: 'guest', isAdmin: true }),
} as const;

type Name = keyof typeof askers;
type Row = readonly [string, (asker: Asker | null) => boolean, readonly Name[]];

const anybodySignedIn = Object.keys(askers).filter((name) => name !== 'nobody') as Name[];
const members: readonly Name[] = ['member', 'learner', 'instructor', 'admin'];

const rows: readonly Row[] = [
  ['practise', (a) => can(a, 'practise'), anybodySignedIn],
  ['join:cohort', (a) => can(a, 'join:cohort'), anybodySignedIn],
  ['create:cohort', (a) => can(a, 'create:cohort'), members],
  ['create:template', (a) => can(a, 'create:template'), members],
  [
    'read:cohort:own',
    (a) => can(a, 'read:cohort:own', cohort),
    ['guestLearner', 'guestInstructor', 'learner', 'instructor'],
  ],
  ['read:cohort:own (foreign)', (a) => can(a, 'read:cohort:own', foreignCohort), []],
  ['edit:cohort:own', (a) => can(a, 'edit:cohort:own', cohort), ['instructor']],
  ['edit:cohort:own (foreign)', (a) => can(a, 'edit:cohort:own', foreignCohort), []],
  ['read:report:own-cohort', (a) => can(a, 'read:report:own-cohort', cohort), ['instructor']],
  ['read:report:own-cohort (foreign)', (a) => can(a, 'read:report:own-cohort', foreignCohort), []],
  ['read:template:own', (a) => can(a, 'read:template:own', template), members],
  ['edit:template:own', (a) => can(a, 'edit:template:own', template), members],
  ['edit:template:own (foreign)', (a) => can(a, 'edit:template:own', foreignTemplate), []],
  ['edit:template:own (course)', (a) => can(a, 'edit:template:own', courseTemplate), []],
  [
    'publish:template:own-cohort',
    (a) => can(a, 'publish:template:own-cohort', { ...template, ...cohort }),
    ['instructor'],
  ],
  [
    'publish:template:own-cohort (foreign template)',
    (a) => can(a, 'publish:template:own-cohort', { ...foreignTemplate, ...cohort }),
    [],
  ],
  [
    'publish:template:own-cohort (foreign cohort)',
    (a) => can(a, 'publish:template:own-cohort', { ...template, ...foreignCohort }),
    [],
  ],
  ['administer', (a) => can(a, 'administer'), ['admin']],
];

describe('can', () => {
  test.each(rows)('%s is for exactly those it is meant for', (_name, ask, expected) => {
    const allowed = (Object.keys(askers) as Name[]).filter((name) => ask(askers[name]));
    expect(allowed).toEqual(expected);
  });

  test('every permission word stands in the table', () => {
    const words: Record<Permission, true> = {
      practise: true,
      'join:cohort': true,
      'create:cohort': true,
      'create:template': true,
      'read:cohort:own': true,
      'edit:cohort:own': true,
      'read:report:own-cohort': true,
      'read:template:own': true,
      'edit:template:own': true,
      'publish:template:own-cohort': true,
      administer: true,
    };
    const covered = new Set(rows.map(([name]) => name.split(' ')[0]));
    expect([...covered].sort()).toEqual(Object.keys(words).sort());
  });
});
