import { believedAnswers } from './believed-answers';
import type { VariantKey } from './types';

/** How often a template tells two beliefs that it lists from each other. */
export interface BeliefSeparation {
  /** Their ids, in the order of the alphabet. */
  readonly beliefs: readonly [string, string];
  /** In how many seeds an answer can show the one and not the other. */
  readonly apart: number;
  /** In how many seeds both yield the same wrong answer. */
  readonly together: number;
}

/**
 * Counts, over the variants of one template, how often each two of its beliefs part ways. Where both answer as Docker does nothing is counted; pairs never
 * counted are left out.
 */
export class SeparationCount {
  private readonly pairs: { beliefs: readonly [string, string]; apart: number; together: number }[];

  constructor(beliefs: readonly string[]) {
    const sorted = [...new Set(beliefs)].sort();
    this.pairs = sorted.flatMap((one, index) =>
      sorted
        .slice(index + 1)
        .map((other) => ({ beliefs: [one, other] as const, apart: 0, together: 0 })),
    );
  }

  add(key: VariantKey): void {
    const answers = believedAnswers(key);
    for (const pair of this.pairs) {
      const [one, other] = pair.beliefs.map((belief) => answers.get(belief));
      if (one !== other) pair.apart += 1;
      else if (one !== undefined) pair.together += 1;
    }
  }

  result(): readonly BeliefSeparation[] {
    return this.pairs
      .filter(({ apart, together }) => apart + together > 0)
      .map((pair) => ({ ...pair }));
  }
}
