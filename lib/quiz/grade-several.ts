import type { Grade, Ticked, VariantKey } from './types';

/**
 * The score of ticked statements: how much better they were judged than by chance, in [0, 1]. Of the statements that hold and of those that do not, the share
 * that was judged rightly is taken; their mean m (balanced accuracy) is worth 2m − 1, never less than 0. Ticking everything, ticking nothing and tossing a coin all
 * come to 0 whatever the number of true statements (Youden's index J, Cancer 1950; Powers' informedness, 2011), which counting right ticks or right decisions
 * alone does not give. Where all statements hold, or none does, there is one share only.
 *
 * @param holding how many statements hold
 * @param hits how many of these were ticked
 * @param others how many do not hold
 * @param falseAlarms how many of those were ticked
 */
export function severalScore(
  holding: number,
  hits: number,
  others: number,
  falseAlarms: number,
): number {
  const shares = [
    ...(holding === 0 ? [] : [hits / holding]),
    ...(others === 0 ? [] : [1 - falseAlarms / others]),
  ];
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  return Math.max(0, 2 * mean - 1);
}

/** The statements on which two judgements differ. */
function differing(one: ReadonlySet<string>, other: ReadonlySet<string>): readonly string[] {
  return [...[...one].filter((id) => !other.has(id)), ...[...other].filter((id) => !one.has(id))];
}

/**
 * Grades ticked statements: right when they are exactly those that hold. The beliefs that explain a wrong answer are those whose engine yields exactly it; where
 * none does, those that err on nothing but statements which were misjudged, if together they explain every misjudged one (somebody may hold two beliefs).
 * A mistake that no belief makes leaves the answer unexplained.
 *
 * @param statements the ids of all statements
 */
export function gradeSeveral(
  key: Extract<VariantKey, { kind: 'several' }>,
  statements: readonly string[],
  ticked: Ticked,
): Grade {
  const given = new Set(ticked === 'none' ? [] : ticked);
  const holding = new Set(key.holding);
  const wrong = new Set(differing(given, holding));
  if (wrong.size === 0) return { score: 1, correct: true, misconceptions: [] };
  const hits = key.holding.filter((id) => given.has(id)).length;
  const score = severalScore(
    holding.size,
    hits,
    statements.length - holding.size,
    given.size - hits,
  );
  const errors = key.beliefs.map(({ id, holding: believed }) => ({
    id,
    errs: differing(new Set(believed), holding),
  }));
  const partly = errors.filter(({ errs }) => errs.length > 0 && errs.every((id) => wrong.has(id)));
  const exactly = partly.filter(({ errs }) => errs.length === wrong.size);
  const explained = new Set(partly.flatMap(({ errs }) => errs));
  const named = exactly.length > 0 ? exactly : explained.size === wrong.size ? partly : [];
  return { score, correct: false, misconceptions: named.map(({ id }) => id) };
}
