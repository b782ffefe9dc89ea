/** Why a text is not a fact: `at` is the offset of the offending character. */
export interface FactProblem {
  readonly at: number;
  readonly message: string;
  readonly instead: string;
}

/** Carries the first problem out of the recursive descent; it never leaves `parseFact`. */
export class FactStop extends Error {
  constructor(readonly problem: FactProblem) {
    super(problem.message);
  }
}

/** Ends the reading of a fact at its first problem. */
export function stop(at: number, message: string, instead: string): never {
  throw new FactStop({ at, message, instead });
}
