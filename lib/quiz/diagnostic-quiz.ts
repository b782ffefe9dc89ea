import { told, type KillRow } from './kill-matrix';
import { smallestCover } from './smallest-cover';
import type { Kind } from './types';

/** Kinds whose answer is one of the engine's outcomes; of a typed command it says little that one belief would have stood in its way. */
const asked: readonly Kind[] = ['choice', 'several', 'predict', 'order', 'parts'];

/** Two misconceptions. */
type Pair = readonly [string, string];

/** The shortest series of questions in which everybody with a known misconception answers wrong somewhere. */
export interface DiagnosticQuiz {
  /** Ids of templates; every variant of one tells its misconceptions from the truth. */
  readonly questions: readonly string[];
  /** Whether it was shown that no shorter series does. */
  readonly shortest: boolean;
  /** The misconceptions that it tells from the truth. */
  readonly tells: readonly string[];
  /** Those that no question tells from the truth in all its variants. */
  readonly untold: readonly string[];
  /** Questions to add, the most telling first, until every pair that any question tells apart is told apart. */
  readonly further: readonly string[];
  /** Pairs of misconceptions that no question tells apart. */
  readonly alike: readonly Pair[];
}

/**
 * Computes the diagnostic quiz of a kill matrix. First aim: as few questions as possible, by `smallestCover`. Second aim: among choices of that length one that tells many
 * misconceptions from one another, found by exchanging one question at a time while that helps (not shown to be the best).
 *
 * @param misconceptions all that are to be told
 */
export function diagnosticQuiz(
  rows: readonly KillRow[],
  misconceptions: readonly string[],
): DiagnosticQuiz {
  const candidates = rows.filter(({ kind }) => asked.includes(kind));
  const sets = candidates.map(
    (row) => new Set(misconceptions.filter((id) => told(row, id) === 'in all')),
  );
  const { chosen, smallest } = smallestCover(sets);
  const pairs = candidates.map((row) => pairsTold(row, misconceptions));
  const quiz = exchange(chosen, sets, pairs);
  const tells = misconceptions.filter((id) => sets.some((set) => set.has(id)));

  const open = new Set(pairs.flatMap((set) => [...set]));
  for (const index of quiz) for (const pair of pairs[index] ?? []) open.delete(pair);
  const further: number[] = [];
  while (open.size > 0) {
    const gains = pairs.map((set) => [...set].filter((pair) => open.has(pair)).length);
    const index = gains.indexOf(Math.max(...gains));
    further.push(index);
    for (const pair of pairs[index] ?? []) open.delete(pair);
  }
  const everTold = new Set(pairs.flatMap((set) => [...set]));
  const idOf = (index: number): string => candidates[index]?.templateId ?? '';
  return {
    questions: quiz.map(idOf),
    shortest: smallest,
    tells,
    untold: misconceptions.filter((id) => !tells.includes(id)),
    further: further.map(idOf),
    alike: allPairs(misconceptions).filter((pair) => !everTold.has(pairKey(pair))),
  };
}

function allPairs(ids: readonly string[]): Pair[] {
  return ids.flatMap((a, i) => ids.slice(i + 1).map((b): Pair => [a, b]));
}

const pairKey = ([a, b]: Pair): string => `${a} ${b}`;

/** The pairs that answer otherwise than one another in every variant in which both are admissible, of which there must be one. */
function pairsTold(row: KillRow, misconceptions: readonly string[]): ReadonlySet<string> {
  const answerOf = (id: string, variant: number): number => row.answers[id]?.[variant] ?? 0;
  const variants = Array.from({ length: row.variants }, (_, i) => i);
  const toldApart = allPairs(misconceptions).filter(([a, b]) => {
    if (row.answers[a] === undefined && row.answers[b] === undefined) return false;
    const both = variants.filter((i) => answerOf(a, i) >= 0 && answerOf(b, i) >= 0);
    return both.length > 0 && both.every((i) => answerOf(a, i) !== answerOf(b, i));
  });
  return new Set(toldApart.map(pairKey));
}

/** Exchanges one question for another as long as everything stays told and more pairs are told apart. */
function exchange(
  first: readonly number[],
  sets: readonly ReadonlySet<string>[],
  pairs: readonly ReadonlySet<string>[],
): readonly number[] {
  const wanted = union(first, sets).size;
  let best = first;
  let most = union(best, pairs).size;
  for (let better = true; better;) {
    better = false;
    for (const place of best.keys()) {
      for (const index of sets.keys()) {
        if (best.includes(index)) continue;
        const other = best.map((known, i) => (i === place ? index : known));
        if (union(other, sets).size < wanted) continue;
        const count = union(other, pairs).size;
        if (count <= most) continue;
        [best, most, better] = [other, count, true];
      }
    }
  }
  return [...best].sort((a, b) => a - b);
}

function union(
  chosen: readonly number[],
  sets: readonly ReadonlySet<string>[],
): ReadonlySet<string> {
  return new Set(chosen.flatMap((index) => [...(sets[index] ?? [])]));
}
