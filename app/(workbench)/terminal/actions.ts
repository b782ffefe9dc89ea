'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { z } from 'zod';
import type { NewSandboxState } from '@/components/terminal/new-sandbox-form';
import { parseLocale } from '@/lib/i18n/locales';
import { AppError, wordsOf } from '@/lib/server/app-error';
import { limit } from '@/lib/server/rate-limit';
import { createSandbox } from '@/lib/server/sandbox/create-sandbox';
import { dropSandbox } from '@/lib/server/sandbox/drop-sandbox';
import { resetSandbox } from '@/lib/server/sandbox/reset-sandbox';
import { requireViewer } from '@/lib/server/viewer';
import { firstImages } from './first-images';

const chosen = z.array(z.enum(firstImages));
const sandboxId = z.uuid();

/** Makes a sandbox with the chosen images in its store and opens it; where there are too many already, says so and shows them as they are now. */
export async function createSandboxAction(
  _before: NewSandboxState,
  data: FormData,
): Promise<NewSandboxState> {
  const viewer = await requireViewer('/terminal');
  const images = chosen.parse(data.getAll('image'));
  const made = await orTooMany(async () => {
    await limit('sandbox-as', viewer.id);
    return createSandbox(viewer.id, { images });
  });
  if ('refused' in made) return made.refused;
  redirect(`/terminal/${made.id}`);
}

async function orTooMany(
  make: () => Promise<string>,
): Promise<{ readonly id: string } | { readonly refused: string }> {
  try {
    return { id: await make() };
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'too-many') throw error;
    revalidatePath('/terminal');
    return { refused: wordsOf(error, parseLocale(await getLocale()) ?? 'en') };
  }
}

/** Begins an expired sandbox again and opens it. */
export async function reviveSandboxAction(id: string): Promise<void> {
  const viewer = await requireViewer('/terminal');
  const commandKey = crypto.randomUUID();
  await limit('sandbox-as', viewer.id);
  await resetSandbox({
    learnerId: viewer.id,
    sandboxId: sandboxId.parse(id),
    commandKey,
  });
  redirect(`/terminal/${id}`);
}

/** Clears a sandbox away; its journal stays. */
export async function dropSandboxAction(id: string): Promise<void> {
  const viewer = await requireViewer('/terminal');
  await dropSandbox(viewer.id, sandboxId.parse(id));
  redirect('/terminal');
}
