/** The themes of the course, in teaching order; a concept belongs to the theme that its id begins with. */
export const conceptGroups = [
  'image',
  'container',
  'docker',
  'relation',
  'component',
  'lifecycle',
  'run',
  'name',
  'registry',
  'network',
  'data',
  'make',
  'walkthrough',
  'benefit',
] as const;

export type ConceptGroup = (typeof conceptGroups)[number];

/** Concepts by theme, themes in order, empty ones left out. A concept of no known theme is listed with the last. */
export function groupConcepts<T extends { readonly id: string }>(
  concepts: readonly T[],
): readonly { readonly group: ConceptGroup; readonly concepts: readonly T[] }[] {
  const last = conceptGroups[conceptGroups.length - 1] ?? 'benefit';
  const groupOf = (id: string): ConceptGroup =>
    conceptGroups.find((group) => id.startsWith(`${group}.`)) ?? last;
  return conceptGroups
    .map((group) => ({ group, concepts: concepts.filter(({ id }) => groupOf(id) === group) }))
    .filter(({ concepts: members }) => members.length > 0);
}
