/** A mistake in a content file: where it is, what is wrong and what to write instead. Lines and columns start at 1. */
export interface TemplateProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly instead: string;
}

/** A place in a content file; both numbers start at 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** One line per problem, as compilers print them: `file:line:column: what is wrong; what to write instead`. */
export function problemLine(problem: TemplateProblem): string {
  const { file, line, column, message, instead } = problem;
  return `${file}:${line}:${column}: ${message}${instead === '' ? '' : ` — ${instead}`}`;
}
