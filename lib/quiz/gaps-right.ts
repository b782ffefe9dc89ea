import { filledLine } from './blank-line';
import { reachesGoal, type CommandScene } from './reaches-goal';
import type { VariantKey } from './types';

/**
 * Which gaps of a line were filled rightly, in order: all, exactly when the line as filled reaches the goal. Else a gap is right when its filling, put into the
 * solution, still reaches it: what a gap is worth is what it does, not how it is spelt. Where each would do alone and they do not go together, only those of the
 * solution are right.
 */
export function gapsRight(
  pieces: readonly string[],
  key: Extract<VariantKey, { kind: 'blanks' }>,
  fillings: readonly string[],
  scene: CommandScene,
): readonly boolean[] {
  const reaches = (filled: readonly string[]): boolean =>
    reachesGoal(filledLine(pieces, filled), key.goal, scene);
  if (reaches(fillings)) return key.solution.map(() => true);
  const asSolved = key.solution.map((word, gap) => word === fillings[gap]);
  const alone = asSolved.map(
    (same, gap) =>
      same || reaches(key.solution.map((word, i) => (i === gap ? (fillings[i] ?? '') : word))),
  );
  return alone.includes(false) ? alone : asSolved;
}
