import 'server-only';
import type { SaveOutcome } from '@/lib/quiz/studio';
import { db } from '@/lib/server/db';
import type { Asker } from '@/lib/server/permissions';
import { revisionOf } from './draft-text';
import { getOwnTemplate } from './own-template';

/**
 * Keeps a draft's text, right or wrong. When another text was saved since `base`, nothing is overwritten and that other
 * text is given back, so that the author has both. Saving what is there already is always right.
 *
 * @param base the revision of the text that this one was written from
 * @throws AppError 'forbidden', 'not-found' as `getOwnTemplate`
 */
export async function saveDraft(
  viewer: Asker,
  id: string,
  text: string,
  base: string,
): Promise<SaveOutcome> {
  for (;;) {
    const { draft } = await getOwnTemplate(viewer, id, 'edit:template:own');
    const revision = revisionOf(draft);
    if (draft === text) return { status: 'saved', revision };
    if (revision !== base) return { status: 'conflict', text: draft, revision };
    // Replaces the very text that was read: of two tabs at the same moment one is told.
    const { count } = await db.template.updateMany({
      where: { id, ownerId: viewer.id, draft },
      data: { draft: text },
    });
    if (count === 1) return { status: 'saved', revision: revisionOf(text) };
  }
}
