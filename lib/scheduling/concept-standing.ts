import { isDue, type CardState } from './card';
import type { LocalDay } from './local-day';

/** How far a learner is with a concept: not begun, on a learning step, to be asked now, or known until it is due. */
export const conceptStandings = ['new', 'learning', 'due', 'known'] as const;
export type ConceptStanding = (typeof conceptStandings)[number];

/** The standing of a concept with these cards at `now`, a moment of the local day `today`. One card that waits decides for all of them. */
export function conceptStanding(
  cards: readonly CardState[],
  { now, today }: { readonly now: number; readonly today: LocalDay },
): ConceptStanding {
  const begun = cards.filter((card) => card.state !== 'new');
  if (begun.length === 0) return 'new';
  if (begun.some((card) => card.state === 'learning' || card.state === 'relearning'))
    return 'learning';
  return begun.some((card) => isDue(card, now, today)) ? 'due' : 'known';
}

/**
 * The concept to begin next: the first one not begun whose prerequisites all are; null when every concept is begun.
 * @param concepts in teaching order
 */
export function nextToLearn(
  concepts: readonly {
    readonly id: string;
    readonly needs: readonly string[];
    readonly standing: ConceptStanding;
  }[],
): string | null {
  const fresh = concepts.filter(({ standing }) => standing === 'new');
  const waiting = new Set(fresh.map(({ id }) => id));
  const open = fresh.find(({ needs }) => !needs.some((need) => waiting.has(need)));
  return (open ?? fresh[0])?.id ?? null;
}
