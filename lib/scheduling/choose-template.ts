import type { CardState } from './card';
import { bestContrastValue } from './contrast';
import { difficultyRank, hardnessOf, type Kind } from './kind-ladder';
import type { PlannedTemplate, PlanInput } from './plan-input';

/** From this stability (days) on, the harder kinds of a card's questions come first; below it the easier. */
const matureStability = 7;

/** How often a kind was among the questions asked last. */
export function timesShown(kind: Kind, recent: PlanInput['recent']): number {
  return recent.slice(0, 10).filter((question) => question.kind === kind).length;
}

/**
 * The template to ask for a card, or null when it has none. In this order: one with an unseen variant; the one that
 * contrasts held beliefs best; the one least recently seen; one of the learner's instructor; then, for a new card, the kind shown least of late, and for the
 * others the easier kind while memory is young, the harder once it is mature; among equals what its author calls easier, or harder, in the same way.
 */
export function chooseTemplate(
  templates: readonly PlannedTemplate[],
  card: CardState,
  { recent, heldBeliefs, now }: Pick<PlanInput, 'recent' | 'heldBeliefs' | 'now'>,
): PlannedTemplate | null {
  const mature = card.state !== 'new' && card.stability >= matureStability;
  const rank = (template: PlannedTemplate): readonly number[] => {
    const hardness = hardnessOf[template.kind];
    const difficulty = difficultyRank[template.difficulty];
    const shown = timesShown(template.kind, recent);
    return [
      template.variantsLeft === 0 ? 1 : 0,
      -bestContrastValue(template, heldBeliefs, now),
      template.lastSeenAt ?? -Infinity,
      template.ofCohort ? 0 : 1,
      ...(card.state === 'new'
        ? [shown, hardness, difficulty]
        : mature
          ? [-hardness, -difficulty, shown]
          : [hardness, difficulty, shown]),
    ];
  };
  return firstByRank(templates, rank, (template) => template.id);
}

/** The item of the lowest rank; ranks are compared from left to right, ties go to the item first by name. */
export function firstByRank<T>(
  items: readonly T[],
  rank: (item: T) => readonly number[],
  name: (item: T) => string,
): T | null {
  let best: { item: T; rank: readonly number[] } | null = null;
  for (const item of items) {
    const mine = rank(item);
    if (best === null || isBefore(mine, name(item), best.rank, name(best.item)))
      best = { item, rank: mine };
  }
  return best?.item ?? null;
}

function isBefore(
  rankA: readonly number[],
  nameA: string,
  rankB: readonly number[],
  nameB: string,
): boolean {
  for (let index = 0; index < rankA.length; index++) {
    const a = rankA[index] ?? 0;
    const b = rankB[index] ?? 0;
    if (a !== b) return a < b;
  }
  return nameA < nameB;
}
