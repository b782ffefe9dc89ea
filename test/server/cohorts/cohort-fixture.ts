import type { Asker } from '@/lib/server/permissions';
import { loadViewer, type Viewer } from '@/lib/server/accounts/load-viewer';
import { db } from '@/lib/server/db';

/** A new person as `getViewer` would give them. */
export async function newViewer(kind: 'member' | 'guest', name = ''): Promise<Viewer> {
  const { id } = await db.person.create({ data: { kind, name }, select: { id: true } });
  return again({ id });
}

/** The same person at their next request: memberships are read anew. */
export async function again({ id }: Pick<Asker, 'id'>): Promise<Viewer> {
  const viewer = await loadViewer({ personId: id, sessionVersion: 1 });
  if (viewer === null) throw new Error(`nobody is ${id}`);
  return viewer;
}

export async function codeOf(cohortId: string): Promise<string> {
  const cohort = await db.cohort.findUniqueOrThrow({
    where: { id: cohortId },
    select: { joinCode: true },
  });
  return cohort.joinCode;
}
