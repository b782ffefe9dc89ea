import 'server-only';
import type { Kind, Locale } from '@/lib/quiz/types';
import { AppError } from '@/lib/server/app-error';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { Prisma } from '@/lib/server/generated/client';
import { can, type Asker } from '@/lib/server/permissions';
import { limit } from '@/lib/server/rate-limit';
import { readExample } from './read-example';
import { withId } from './stand-alone';
import { starterText } from './starter-text';
import { slugOf, templateId } from './template-id';

/** What a new template begins as: the starter of a kind, or the text of a template of the course. */
export type Beginning =
  { readonly kind: Kind; readonly locale: Locale } | { readonly example: string };

/**
 * Makes a draft of the viewer's own.
 * @returns its id: the slug with the author's key (see template-id.ts); a slug used before gets a number
 * @throws AppError 'forbidden' for a guest; 'not-found' for an unknown example; 'too-many'
 */
export async function createTemplate(
  viewer: Asker,
  slug: string,
  beginning: Beginning,
): Promise<string> {
  if (!can(viewer, 'create:template')) throw new AppError('forbidden');
  const text =
    'example' in beginning
      ? (await readExample(viewer, beginning.example)).text
      : starterText(beginning.kind, beginning.locale);
  await limit('template-as', viewer.id);
  const at = new Date(now());
  for (let copy = 1; ; copy++) {
    const id = templateId(slug, viewer.id, copy);
    try {
      await db.template.create({
        data: {
          id,
          origin: 'studio',
          ownerId: viewer.id,
          draft: withId(text, slugOf(id)),
          createdAt: at,
          updatedAt: at,
        },
      });
      return id;
    } catch (error) {
      const taken = error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
      if (!taken) throw error;
    }
  }
}
