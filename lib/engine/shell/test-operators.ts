const UNARY = /^-[a-hknoprstuvwxzGLNORS]$/;

/** Is it an operator of `test` and `[[` with one operand: `-f`? */
export function isUnaryTest(word: string): boolean {
  return UNARY.test(word);
}
