import 'server-only';
import type { Prisma } from '@/lib/server/generated/client';
import type { Words } from '@/lib/quiz/types';

/** A concept in as far as planning and showing need it. */
export interface CourseConcept {
  readonly id: string;
  readonly title: Words;
  readonly needs: readonly string[];
}

/** The course's concepts in teaching order, retired ones left out. */
export async function listConcepts(
  client: Prisma.TransactionClient,
): Promise<readonly CourseConcept[]> {
  const rows = await client.concept.findMany({
    where: { retired: false },
    orderBy: { position: 'asc' },
    select: { id: true, title: true, needs: { select: { needsId: true } } },
  });
  return rows.map(({ id, title, needs }) => ({
    id,
    title: title as unknown as Words,
    needs: needs.map(({ needsId }) => needsId),
  }));
}
