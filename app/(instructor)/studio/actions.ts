'use server';

import { revalidatePath } from 'next/cache';
import { notFound, redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import type { FormState } from '@/components/account/form-state';
import { parseLocale } from '@/lib/i18n/locales';
import { AppError } from '@/lib/server/app-error';
import { createTemplate } from '@/lib/server/authoring/create-template';
import { restoreTemplate } from '@/lib/server/authoring/restore-template';
import { retireTemplate } from '@/lib/server/authoring/retire-template';
import { copyTemplateSchema, newTemplateSchema } from '@/lib/server/authoring/studio-fields';
import { requireApiViewer, requireViewer, type Viewer } from '@/lib/server/viewer';
import { runStudioForm } from './run-studio-form';

const pageOf = (id: string): `/${string}` => `/studio/${encodeURIComponent(id)}`;

/** Makes a template from the starter of a kind and opens it. */
export async function createTemplateAction(
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  return runStudioForm(newTemplateSchema, data, async ({ slug, kind }) => {
    const locale = parseLocale(await getLocale()) ?? 'en';
    redirect(pageOf(await createTemplate(await requireApiViewer(), slug, { kind, locale })));
  });
}

/** Makes a template from one of the course's and opens it. */
export async function copyExampleAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runStudioForm(copyTemplateSchema, data, async ({ slug, example }) => {
    redirect(pageOf(await createTemplate(await requireApiViewer(), slug, { example })));
  });
}

/** A foreign template is a page that does not exist. */
async function change(
  id: string,
  work: (viewer: Viewer, id: string) => Promise<void>,
): Promise<void> {
  const viewer = await requireViewer(pageOf(id));
  try {
    await work(viewer, id);
  } catch (error) {
    if (error instanceof AppError && error.kind === 'not-found') notFound();
    throw error;
  }
  revalidatePath('/studio');
  revalidatePath(pageOf(id));
}

/** Learners are asked it no longer. */
export async function retireTemplateAction(id: string): Promise<void> {
  await change(id, retireTemplate);
}

/** Takes a retirement back. */
export async function restoreTemplateAction(id: string): Promise<void> {
  await change(id, restoreTemplate);
}
