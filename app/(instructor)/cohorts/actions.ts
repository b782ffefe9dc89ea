'use server';

import { revalidatePath } from 'next/cache';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import type { FormState } from '@/components/account/form-state';
import { AppError } from '@/lib/server/app-error';
import { changeCohort } from '@/lib/server/cohorts/change-cohort';
import { cohortSchema } from '@/lib/server/cohorts/cohort-fields';
import { createCohort } from '@/lib/server/cohorts/create-cohort';
import { eraseCohort } from '@/lib/server/cohorts/erase-cohort';
import { leaveCohort } from '@/lib/server/cohorts/leave-cohort';
import { removeMember } from '@/lib/server/cohorts/remove-member';
import { renewJoinCode } from '@/lib/server/cohorts/renew-join-code';
import { requireApiViewer, requireViewer } from '@/lib/server/viewer';
import { runCohortForm } from './run-cohort-form';

const pageOf = (cohortId: string): `/${string}` => `/cohorts/${encodeURIComponent(cohortId)}`;

/** Makes a cohort and shows its page. */
export async function createCohortAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runCohortForm(cohortSchema, data, async (words) => {
    const viewer = await requireApiViewer();
    redirect(pageOf(await createCohort(viewer, words)));
  });
}

/** Stores a cohort's name and readiness date. */
export async function changeCohortAction(
  cohortId: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  return runCohortForm(cohortSchema, data, async (words) => {
    await changeCohort(await requireApiViewer(), cohortId, words);
    revalidatePath(pageOf(cohortId));
    const t = await getTranslations('cohorts');
    return { done: t('saved') };
  });
}

/** For forms without words of their own: a foreign cohort is a page that does not exist. */
async function orNotFound<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AppError && error.kind === 'not-found') notFound();
    throw error;
  }
}

/** Gives a cohort another join code. */
export async function renewJoinCodeAction(cohortId: string): Promise<void> {
  const viewer = await requireViewer(pageOf(cohortId));
  await orNotFound(renewJoinCode(viewer, cohortId));
  redirect(`${pageOf(cohortId)}?done=renewed#invite`);
}

/** Takes a learner out of a cohort. */
export async function removeMemberAction(cohortId: string, data: FormData): Promise<void> {
  const viewer = await requireViewer(pageOf(cohortId));
  const person = z.uuid().safeParse(data.get('person'));
  if (!person.success) notFound();
  await orNotFound(removeMember(viewer, cohortId, person.data));
  revalidatePath(pageOf(cohortId));
}

/** Leaves a cohort; the last instructor is told what to do instead. */
export async function leaveCohortAction(
  cohortId: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  return runCohortForm(z.object({}), data, async () => {
    const left = await leaveCohort(await requireApiViewer(), cohortId);
    if (!left.ok) return { refused: left.error };
    redirect('/cohorts');
  });
}

/** Erases a cohort once its name is typed. */
export async function eraseCohortAction(
  cohortId: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const schema = z.object({ confirmation: z.string().max(300, 'confirmation-differs') });
  return runCohortForm(schema, data, async ({ confirmation }) => {
    const erased = await eraseCohort(await requireApiViewer(), cohortId, confirmation);
    if (!erased.ok) return { field: 'confirmation', error: erased.error };
    redirect('/cohorts');
  });
}
