import type { Assignment, Word } from './ast';
import type { ShellFlavour } from './flavour';
import type { ParseError } from './parse-error';

/** `operator` has its text, `word` its parts and, when it is one bare text, that text as a possible reserved word. */
export type Token =
  | { readonly kind: 'end'; readonly start: number }
  | { readonly kind: 'newline'; readonly start: number }
  | { readonly kind: 'operator'; readonly start: number; readonly text: string }
  | { readonly kind: 'number'; readonly start: number; readonly fd: number }
  | {
      readonly kind: 'word';
      readonly start: number;
      readonly word: Word;
      readonly bare: string | null;
      /** `name[1]=x` and `name=(x y)` of bash. */
      readonly assignment?: Assignment;
    };

/** Leaves the parser with a reason; caught in `parseScript`, never outside. */
export class ParseFailure extends Error {
  constructor(readonly reason: ParseError) {
    super(reason.kind);
  }
}

/** A reason without the place, which the lexer knows. */
export type Reason = ParseError extends infer E
  ? E extends ParseError
    ? Omit<E, 'line' | 'lineText'>
    : never
  : never;

/** A here-document whose lines are still to come. `content` is filled in when its line has ended. */
export interface PendingHereDocument {
  readonly delimiter: string;
  readonly quoted: boolean;
  readonly stripTabs: boolean;
  readonly start: number;
  /** `ended`: the delimiter came. */
  fill(content: Word, ended: boolean, at: number, source: string): void;
}

const POSIX_OPERATOR = /&&|\|\||;;|<<-|<<|>>|>\||>&|<&|<>|[;&|()<>]/y;
/** The operators of each shell, the longest first. */
export const OPERATORS: Readonly<Record<ShellFlavour, RegExp>> = {
  dash: POSIX_OPERATOR,
  ash: /&>|&&|\|\||;;|<<-|<<|>>|>\||>&|<&|<>|[;&|()<>]/y,
  bash: /&>>|&>|&&|\|\||\|&|;;&|;;|;&|<<<|<<-|<<|>>|>\||>&|<&|<>|[;&|()<>]/y,
};
