import type { Operand } from './nodes';
import type { Parameter } from './template-function';
import type { GoValue } from './value';

/** The arguments of a method or a function. */
export interface Given {
  /** Those that stand behind its name. */
  readonly operands: readonly Operand[];
  /** How many there are: one more when the pipeline brings the last. */
  readonly count: number;
  /** Evaluates one of them as a parameter needs it. */
  readonly value: (at: number, parameter: Parameter) => GoValue;
}
