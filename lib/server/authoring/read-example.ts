import 'server-only';
import type { Kind } from '@/lib/quiz/types';
import { AppError } from '@/lib/server/app-error';
import { db } from '@/lib/server/db';
import { can, type Asker } from '@/lib/server/permissions';
import { standAlone } from './stand-alone';

/** A course template's text, as the author of another would write it. */
export interface ExampleText {
  readonly id: string;
  readonly kind: Kind;
  readonly text: string;
}

/**
 * The text of a template of the course; any member may read it, nobody may change it.
 * @throws AppError 'forbidden' for a guest; 'not-found' for what is no template of the course
 */
export async function readExample(viewer: Asker, id: string): Promise<ExampleText> {
  if (!can(viewer, 'create:template')) throw new AppError('forbidden');
  const version = await db.templateVersion.findFirst({
    where: { templateId: id, template: { origin: 'course', retired: false } },
    orderBy: { number: 'desc' },
    select: { kind: true, source: true },
  });
  if (version === null) throw new AppError('not-found');
  return { id, kind: version.kind, text: standAlone(version.source) };
}
