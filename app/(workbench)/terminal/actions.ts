'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { limit } from '@/lib/server/rate-limit';
import { createSandbox } from '@/lib/server/sandbox/create-sandbox';
import { dropSandbox } from '@/lib/server/sandbox/drop-sandbox';
import { resetSandbox } from '@/lib/server/sandbox/reset-sandbox';
import { requireViewer } from '@/lib/server/viewer';
import { firstImages } from './first-images';

const chosen = z.array(z.enum(firstImages));
const sandboxId = z.uuid();

/** Makes a sandbox with the chosen images in its store and opens it. */
export async function createSandboxAction(data: FormData): Promise<void> {
  const viewer = await requireViewer('/terminal');
  const images = chosen.parse(data.getAll('image'));
  await limit('sandbox-as', viewer.id);
  const id = await createSandbox(viewer.id, { images });
  redirect(`/terminal/${id}`);
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
