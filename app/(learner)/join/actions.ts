'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import type { FormState } from '@/components/account/form-state';
import { displayNameField } from '@/lib/server/cohorts/cohort-fields';
import { readJoinCode } from '@/lib/server/cohorts/join-code';
import { joinCohort } from '@/lib/server/cohorts/join-cohort';
import { requireViewer } from '@/lib/server/viewer';
import { runCohortForm } from '../../(instructor)/cohorts/run-cohort-form';

/** Goes to the page of the code that was typed or pasted. */
export async function openCodeAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runCohortForm(z.object({ code: z.string().max(500, 'code-unknown') }), data, (input) => {
    const code = readJoinCode(input.code);
    if (code === null) return Promise.resolve({ field: 'code', error: 'code-unknown' });
    redirect(`/join/${code}`);
  });
}

const joinSchema = z.object({ displayName: displayNameField.optional() });

/** Joins the cohort of this code and shows its page. */
export async function joinCohortAction(
  code: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  return runCohortForm(joinSchema, data, async ({ displayName }) => {
    const viewer = await requireViewer(`/join/${encodeURIComponent(code)}`);
    const joined = await joinCohort(viewer, code, displayName ?? null);
    if (joined.ok) redirect(`/cohorts/${joined.value}`);
    return joined.error === 'display-name-missing'
      ? { field: 'displayName', error: joined.error }
      : { refused: joined.error };
  });
}
