import 'server-only';
import { liveSeeds, type DraftCheck } from '@/lib/quiz/studio';
import { questionContext } from '@/lib/server/content/question-context';
import type { Asker } from '@/lib/server/permissions';
import { limit } from '@/lib/server/rate-limit';
import { checkText } from './check-text';
import { getOwnTemplate } from './own-template';

/** Longer is not live any more. */
const budgetMs = 10_000;

/**
 * Checks a text as the draft of one of the viewer's templates, while it is written: mistakes at their lines, the proof
 * over a few seeds, three variants. Nothing is stored.
 * @throws AppError 'forbidden', 'not-found' as `getOwnTemplate`; 'too-many' when asked too often
 */
export async function checkDraft(
  viewer: Asker,
  id: string,
  text: string,
  signal?: AbortSignal,
): Promise<DraftCheck> {
  await getOwnTemplate(viewer, id, 'edit:template:own');
  await limit('check-as', viewer.id);
  const { check } = await checkText(text, id, await questionContext(), {
    seeds: liveSeeds,
    budgetMs,
    ...(signal !== undefined && { signal }),
  });
  return check;
}
