import type { BlindTally } from './blind-guesses';
import type { BeliefSeparation } from './belief-separations';
import type { GeneratedVariant } from './generate-variant';
import type { TemplateProblem } from './template-problem';
import type { Kind } from './types';

/** A variant shown to an author, with the seed that makes it again. */
export interface SampleVariant extends GeneratedVariant {
  readonly seed: string;
}

/** How often a belief told itself apart from the truth. */
export interface BeliefProof {
  readonly id: string;
  /** In how many seeds its engine yields something else than the true one. */
  readonly tellsApart: number;
}

/** What the proof of a template came to. It may be published when there is no problem; warnings are advice. */
export interface TemplateProof {
  readonly templateId: string;
  readonly conceptId: string;
  readonly kind: Kind;
  readonly proved: boolean;
  /** How many seeds were run. */
  readonly seeds: number;
  /** How many different questions they gave. */
  readonly variants: number;
  /** A yes/no question needs one distractor only. */
  readonly yesNo: boolean;
  readonly beliefs: readonly BeliefProof[];
  /** By seed what the engine answered, shortened; null where there was no variant. A later engine's proof is compared with it. */
  readonly answers: readonly (string | null)[];
  /** Which of the beliefs it tells from each other. */
  readonly separations: readonly BeliefSeparation[];
  /** How often one is right who answers without knowing Docker. */
  readonly blind: BlindTally;
  readonly problems: readonly TemplateProblem[];
  readonly warnings: readonly TemplateProblem[];
  readonly samples: readonly SampleVariant[];
}
