/** Two runs beside each other, as a verdict tells of them. Every value here is plain JSON and the same in every language. */

/** A command and what a terminal shows of it. */
export interface PartingStep {
  readonly command: string;
  /** What stood before the line where it was typed into a container; left out at the host's own prompt. */
  readonly prompt?: string;
  /** The lines that were printed, one after another; none: it printed nothing. */
  readonly lines: readonly string[];
}

/** A place in a run: a step, and a line of what it printed. A line past the last one says that the other run has more. */
export interface PartingPlace {
  readonly step: number;
  readonly line: number;
}

export interface PartingSide {
  readonly steps: readonly PartingStep[];
  /** Where this run first differs from the other. */
  readonly differs: PartingPlace;
}

/**
 * The learner's side beside Docker's.
 * - `belief`: the same commands in the engine of a belief and in the true one; `belief` is its id.
 * - `order`: the learner's order beside a right one, both in the true engine.
 * - `command`: the learner's command beside the one wanted, both in the true engine, and what shows what they came to.
 */
export interface Parting {
  readonly about:
    | { readonly kind: 'belief'; readonly belief: string }
    | { readonly kind: 'order' }
    | { readonly kind: 'command' };
  readonly mine: PartingSide;
  readonly docker: PartingSide;
}
