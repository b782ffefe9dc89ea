import 'server-only';
import type { Words } from '@/lib/quiz/types';
import { db } from '@/lib/server/db';

/** The names that a template may use, in the order of the course. */
export interface Reference {
  readonly concepts: readonly { readonly id: string; readonly words: Words }[];
  readonly beliefs: readonly { readonly id: string; readonly words: Words }[];
}

/** The course's concepts and beliefs, for the editor's list of names. */
export async function readReference(): Promise<Reference> {
  const [concepts, beliefs] = await Promise.all([
    db.concept.findMany({
      where: { retired: false },
      orderBy: { position: 'asc' },
      select: { id: true, title: true },
    }),
    db.misconception.findMany({
      where: { retired: false },
      orderBy: { id: 'asc' },
      select: { id: true, belief: true },
    }),
  ]);
  return {
    concepts: concepts.map(({ id, title }) => ({ id, words: title as unknown as Words })),
    beliefs: beliefs.map(({ id, belief }) => ({ id, words: belief as unknown as Words })),
  };
}
