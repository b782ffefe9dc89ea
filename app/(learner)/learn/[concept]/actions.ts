'use server';

import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import type { TryState } from '@/components/learn/try-in-terminal';
import { parseLocale } from '@/lib/i18n/locales';
import { AppError, wordsOf } from '@/lib/server/app-error';
import { openConceptScene } from '@/lib/server/learn/open-concept-scene';
import { limit } from '@/lib/server/rate-limit';
import { requireViewer } from '@/lib/server/viewer';

/** Opens the scene of a concept in a terminal of the learner's own; where there are too many already, says so. */
export async function tryConceptAction(conceptId: string): Promise<TryState> {
  const viewer = await requireViewer(`/learn/${conceptId}`);
  const made = await orRefused(async () => {
    await limit('sandbox-as', viewer.id);
    return openConceptScene(viewer.id, conceptId);
  });
  if ('refused' in made) return made.refused;
  redirect(`/terminal/${made.id}`);
}

async function orRefused(
  open: () => Promise<string>,
): Promise<{ readonly id: string } | { readonly refused: string }> {
  try {
    return { id: await open() };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { refused: wordsOf(error, parseLocale(await getLocale()) ?? 'en') };
  }
}
