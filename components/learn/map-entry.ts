import type { ConceptStanding } from '@/lib/scheduling/concept-standing';

/** A concept of the course, in the reader's language. Given in teaching order. */
export interface MapEntry {
  readonly id: string;
  readonly title: string;
  readonly statement: string;
  readonly needs: readonly string[];
  readonly standing: ConceptStanding;
  readonly recall: number | null;
}
