import { groupBy, type Share } from './figures';
import type { Bearing } from './rows';

/** How many learners hold a false belief now. */
export interface BeliefFigure {
  readonly belief: string;
  /** Learners whose latest answer bearing on it showed it, out of those who answered a question bearing on it. */
  readonly held: Share;
  /** Who holds it, in the order in which they showed it last, latest first. */
  readonly holders: readonly string[];
}

/**
 * The beliefs held now, by share of the learners who met a question on them, then by number of holders, then by name.
 * The latest answer that bears on a belief decides; of two at the same instant the one that showed it. A belief that
 * nobody holds any more is listed too, with a share of 0: it was overcome.
 */
export function beliefFigures(bearings: readonly Bearing[]): readonly BeliefFigure[] {
  const figures: BeliefFigure[] = [];
  for (const [belief, about] of groupBy(bearings, (bearing) => bearing.belief)) {
    const latest = new Map<string, Bearing>();
    for (const bearing of about) {
      const known = latest.get(bearing.learnerId);
      const newer = known === undefined || bearing.at > known.at;
      if (newer || (bearing.at === known.at && bearing.shown)) {
        latest.set(bearing.learnerId, bearing);
      }
    }
    const holding = [...latest.values()]
      .filter(({ shown }) => shown)
      .sort((a, b) => b.at - a.at || (a.learnerId < b.learnerId ? -1 : 1));
    figures.push({
      belief,
      held: { part: holding.length, of: latest.size },
      holders: holding.map(({ learnerId }) => learnerId),
    });
  }
  const ratio = ({ held }: BeliefFigure): number => held.part / held.of;
  return figures.sort(
    (a, b) => ratio(b) - ratio(a) || b.held.part - a.held.part || (a.belief < b.belief ? -1 : 1),
  );
}
