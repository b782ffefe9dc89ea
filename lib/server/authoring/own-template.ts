import 'server-only';
import { AppError } from '@/lib/server/app-error';
import { db } from '@/lib/server/db';
import { can, type Asker, type Permission } from '@/lib/server/permissions';

/** The row of a studio template that is the viewer's own. */
export interface OwnTemplate {
  readonly id: string;
  readonly ownerId: string;
  readonly draft: string;
  readonly retired: boolean;
  readonly updatedAt: Date;
}

/**
 * A studio template, for its author.
 * @throws AppError 'forbidden' for a guest, who may have none; 'not-found' for an unknown id and for anybody else's
 */
export async function getOwnTemplate(
  viewer: Asker,
  id: string,
  permission: Extract<Permission, 'read:template:own' | 'edit:template:own'>,
): Promise<OwnTemplate> {
  if (!can(viewer, 'create:template')) throw new AppError('forbidden');
  const row = await db.template.findUnique({
    where: { id },
    select: { id: true, origin: true, ownerId: true, draft: true, retired: true, updatedAt: true },
  });
  if (row === null || row.origin !== 'studio' || row.ownerId === null) {
    throw new AppError('not-found');
  }
  if (!can(viewer, permission, { ownerId: row.ownerId })) throw new AppError('not-found');
  const { origin: _studio, ownerId, draft, ...rest } = row;
  return { ...rest, ownerId, draft: draft ?? '' };
}
