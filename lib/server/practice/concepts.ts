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
  return client.$queryRaw<CourseConcept[]>`
    SELECT c.id, c.title, array(SELECT p.needs_id FROM concept_prerequisites p WHERE p.concept_id = c.id ORDER BY p.needs_id) AS needs
    FROM concepts c WHERE NOT c.retired ORDER BY c.position`;
}
