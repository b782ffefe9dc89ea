import 'server-only';
import { engineVersion } from '@/lib/engine';
import type { DraftProblem } from '@/lib/quiz/studio';
import { failedProblems } from '@/lib/server/content/stored-proof';
import { db } from '@/lib/server/db';
import type { Asker } from '@/lib/server/permissions';
import { revisionOf } from './draft-text';
import { getOwnTemplate } from './own-template';
import { slugOf } from './template-id';
import { templateState, type TemplateState } from './template-state';

/** A studio template as its author edits it. */
export interface TemplatePage {
  readonly id: string;
  readonly slug: string;
  readonly text: string;
  readonly revision: string;
  readonly state: TemplateState;
  /** The newest version: its number and the revision of its text. */
  readonly published: { readonly number: number; readonly revision: string } | null;
  /** Why the engine of today does not prove the newest version, so that nobody is asked it; null when it does. Lines are those of that version's text. */
  readonly failed: readonly DraftProblem[] | null;
  /** The cohorts that the author instructs, by name, and whether they get it. */
  readonly cohorts: readonly {
    readonly id: string;
    readonly name: string;
    readonly learners: number;
    readonly chosen: boolean;
  }[];
}

/**
 * One of the viewer's templates with all that its page shows.
 * @throws AppError 'forbidden', 'not-found' as `getOwnTemplate`
 */
export async function readTemplate(viewer: Asker, id: string): Promise<TemplatePage> {
  const { draft, retired } = await getOwnTemplate(viewer, id, 'read:template:own');
  const [newest, cohorts] = await Promise.all([
    db.templateVersion.findFirst({
      where: { templateId: id },
      orderBy: { number: 'desc' },
      select: {
        number: true,
        source: true,
        reproofs: { where: { engineVersion, proved: false }, select: { proof: true } },
      },
    }),
    db.cohort.findMany({
      where: { members: { some: { personId: viewer.id, role: 'instructor' } } },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      select: {
        id: true,
        name: true,
        publications: { where: { templateId: id }, select: { cohortId: true } },
        _count: { select: { members: { where: { role: 'learner' } } } },
      },
    }),
  ]);
  const [failedProof] = newest?.reproofs ?? [];
  return {
    id,
    slug: slugOf(id),
    text: draft,
    revision: revisionOf(draft),
    state: templateState({
      retired,
      draft,
      publishedSource: newest?.source ?? null,
      failed: failedProof !== undefined,
    }),
    failed: failedProof === undefined ? null : failedProblems(failedProof.proof),
    published:
      newest === null ? null : { number: newest.number, revision: revisionOf(newest.source) },
    cohorts: cohorts.map(({ _count, publications, ...cohort }) => ({
      ...cohort,
      learners: _count.members,
      chosen: publications.length > 0,
    })),
  };
}
