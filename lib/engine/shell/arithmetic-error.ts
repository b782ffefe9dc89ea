import type { ArithmeticError } from './arithmetic';
import type { ShellFlavour } from './flavour';

const ASH: Readonly<Record<ArithmeticError['kind'], string>> = {
  operand: 'arithmetic syntax error',
  behind: 'arithmetic syntax error',
  base: 'arithmetic syntax error',
  divide: 'divide by zero',
  exponent: 'exponent less than 0',
};
const DASH: Readonly<Record<ArithmeticError['kind'], string>> = {
  operand: 'expecting primary',
  behind: 'expecting EOF',
  base: 'expecting EOF',
  divide: 'division by zero',
  exponent: 'expecting primary',
};
const BASH: Readonly<Record<ArithmeticError['kind'], string>> = {
  operand: 'syntax error: operand expected',
  behind: 'syntax error in expression',
  base: 'value too great for base',
  divide: 'division by 0',
  exponent: 'exponent less than 0',
};

/** A shell's words for an expression without a value: busybox shell/math.c, dash src/arith_yacc.c, bash expr.c. */
export function arithmeticText(
  { kind, rest }: ArithmeticError,
  source: string,
  flavour: ShellFlavour,
): string {
  if (flavour === 'ash') return ASH[kind];
  if (flavour === 'dash') return `arithmetic expression: ${DASH[kind]}: "${source}"`;
  return `${source.trimStart()}: ${BASH[kind]} (error token is "${rest}")`;
}
