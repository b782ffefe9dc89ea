import { assertNever } from '@/lib/kernel/assert-never';

/** What a permission is decided on: who asks. `Viewer` has all of it and more. */
export interface Asker {
  readonly id: string;
  readonly kind: 'guest' | 'member';
  readonly isAdmin: boolean;
  readonly cohorts: readonly { readonly id: string; readonly role: 'learner' | 'instructor' }[];
}

interface OfCohort {
  readonly cohortId: string;
}

interface OfTemplate {
  /** Null for templates of the course, which nobody owns. */
  readonly ownerId: string | null;
}

/** Every permission, with what it is asked about (`null`: about nothing in particular). */
export interface Permissions {
  /** Answer questions, see one's own cards and progress. */
  practise: null;
  /** Join a cohort by its code. */
  'join:cohort': null;
  'create:cohort': null;
  'create:template': null;
  /** See the cohort's page as one of its people. */
  'read:cohort:own': OfCohort;
  /** Rename, set the readiness date, renew the join code, remove members, erase. */
  'edit:cohort:own': OfCohort;
  /** See what a cohort's learners did and believe, and take it away as a file. */
  'read:report:own-cohort': OfCohort;
  'read:template:own': OfTemplate;
  'edit:template:own': OfTemplate;
  'publish:template:own-cohort': OfTemplate & OfCohort;
  /** The pages under /admin. */
  administer: null;
}

export type Permission = keyof Permissions;

const belongs = (asker: Asker, cohort: OfCohort): boolean =>
  asker.cohorts.some(({ id }) => id === cohort.cohortId);

const instructs = (asker: Asker, cohort: OfCohort): boolean =>
  asker.cohorts.some(({ id, role }) => id === cohort.cohortId && role === 'instructor');

const owns = (asker: Asker, template: OfTemplate): boolean =>
  template.ownerId !== null && template.ownerId === asker.id;

type Question = { [P in Permission]: { permission: P; about: Permissions[P] } }[Permission];

/**
 * May `asker` do this? Decides from its arguments alone; nobody (`null`) may do nothing. An administrator keeps the
 * installation running and does not see into cohorts that are not theirs.
 */
export function can<P extends Permission>(
  asker: Asker | null,
  permission: P,
  ...about: Permissions[P] extends null ? [] : [Permissions[P]]
): boolean {
  if (asker === null) return false;
  const question = { permission, about: about[0] ?? null } as Question;
  const member = asker.kind === 'member';
  switch (question.permission) {
    case 'practise':
    case 'join:cohort':
      return true;
    case 'create:cohort':
    case 'create:template':
      return member;
    case 'read:cohort:own':
      return belongs(asker, question.about);
    case 'edit:cohort:own':
    case 'read:report:own-cohort':
      return member && instructs(asker, question.about);
    case 'read:template:own':
    case 'edit:template:own':
      return member && owns(asker, question.about);
    case 'publish:template:own-cohort':
      return member && owns(asker, question.about) && instructs(asker, question.about);
    case 'administer':
      return member && asker.isAdmin;
    default:
      return assertNever(question);
  }
}
