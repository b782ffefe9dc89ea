import 'server-only';
import type { Kind, Words } from '@/lib/quiz/types';
import { AppError } from '@/lib/server/app-error';
import { db } from '@/lib/server/db';
import { can, type Asker } from '@/lib/server/permissions';

/** A template of the course, to learn from. */
export interface Example {
  readonly id: string;
  readonly kind: Kind;
  readonly conceptTitle: Words;
}

/**
 * The course's templates in the order in which the course teaches.
 * @throws AppError 'forbidden' for a guest
 */
export async function listExamples(viewer: Asker): Promise<readonly Example[]> {
  if (!can(viewer, 'create:template')) throw new AppError('forbidden');
  const rows = await db.template.findMany({
    where: { origin: 'course', retired: false },
    orderBy: [{ concept: { position: 'asc' } }, { id: 'asc' }],
    select: {
      id: true,
      versions: {
        orderBy: { number: 'desc' },
        take: 1,
        select: { kind: true, concept: { select: { title: true } } },
      },
    },
  });
  return rows.flatMap(({ id, versions }) =>
    versions.map(({ kind, concept }) => ({
      id,
      kind,
      conceptTitle: concept.title as unknown as Words,
    })),
  );
}
