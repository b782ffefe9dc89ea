import 'server-only';
import { db } from '@/lib/server/db';
import type { Asker } from '@/lib/server/permissions';
import { getOwnTemplate } from './own-template';

/**
 * Learners are asked it no longer; what they answered, the text and its versions stay. A draft that was never published
 * only leaves the list of drafts.
 * @throws AppError 'forbidden', 'not-found' as `getOwnTemplate`
 */
export async function retireTemplate(viewer: Asker, id: string): Promise<void> {
  await getOwnTemplate(viewer, id, 'edit:template:own');
  await db.template.update({ where: { id }, data: { retired: true } });
}
