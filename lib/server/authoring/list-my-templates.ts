import 'server-only';
import { engineVersion } from '@/lib/engine';
import type { Kind, Words } from '@/lib/quiz/types';
import { AppError } from '@/lib/server/app-error';
import { db } from '@/lib/server/db';
import { can, type Asker } from '@/lib/server/permissions';
import { slugOf } from './template-id';
import { templateState, type TemplateState } from './template-state';

/** A studio template in its author's list. What a version says is null until there is one. */
export interface ListedTemplate {
  readonly id: string;
  readonly slug: string;
  readonly state: TemplateState;
  readonly version: {
    readonly number: number;
    readonly kind: Kind;
    readonly conceptTitle: Words;
    readonly publishedAt: Date;
  } | null;
  readonly updatedAt: Date;
  /** The cohorts that are asked it, by name. Of cohorts that the author has left, none. */
  readonly cohorts: readonly { readonly id: string; readonly name: string }[];
}

/**
 * The viewer's templates, what was written last first.
 * @throws AppError 'forbidden' for a guest
 */
export async function listMyTemplates(viewer: Asker): Promise<readonly ListedTemplate[]> {
  if (!can(viewer, 'create:template')) throw new AppError('forbidden');
  const own = viewer.cohorts.filter(({ role }) => role === 'instructor').map(({ id }) => id);
  const rows = await db.template.findMany({
    where: { origin: 'studio', ownerId: viewer.id },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
    select: {
      id: true,
      draft: true,
      retired: true,
      updatedAt: true,
      versions: {
        orderBy: { number: 'desc' },
        take: 1,
        select: {
          number: true,
          kind: true,
          source: true,
          publishedAt: true,
          reproofs: { where: { engineVersion, proved: false }, select: { proved: true } },
          concept: { select: { title: true } },
        },
      },
      publications: {
        where: { cohortId: { in: own } },
        orderBy: { cohort: { name: 'asc' } },
        select: { cohort: { select: { id: true, name: true } } },
      },
    },
  });
  return rows.map(({ id, draft, retired, updatedAt, versions: [newest], publications }) => ({
    id,
    slug: slugOf(id),
    state: templateState({
      retired,
      draft,
      publishedSource: newest?.source ?? null,
      failed: (newest?.reproofs.length ?? 0) > 0,
    }),
    version:
      newest === undefined
        ? null
        : {
            number: newest.number,
            kind: newest.kind,
            conceptTitle: newest.concept.title as unknown as Words,
            publishedAt: newest.publishedAt,
          },
    updatedAt,
    cohorts: publications.map(({ cohort }) => cohort),
  }));
}
