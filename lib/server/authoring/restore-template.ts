import 'server-only';
import { db } from '@/lib/server/db';
import type { Asker } from '@/lib/server/permissions';
import { getOwnTemplate } from './own-template';

/**
 * Takes a retirement back: the learners of the cohorts it was published to are asked its newest version again.
 * @throws AppError 'forbidden', 'not-found' as `getOwnTemplate`
 */
export async function restoreTemplate(viewer: Asker, id: string): Promise<void> {
  await getOwnTemplate(viewer, id, 'edit:template:own');
  await db.template.update({ where: { id }, data: { retired: false } });
}
