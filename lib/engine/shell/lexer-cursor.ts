import type { Word, WordPart } from './ast';
import type { ShellFlavour } from './flavour';
import type { Reason, Token } from './token';

/** The lexer as those see it who read one kind of word for it. */
export interface LexerCursor {
  readonly text: string;
  readonly flavour: ShellFlavour;
  at: number;
  /** May the next word be an assignment? */
  assignable: boolean;
  /** @throws ParseFailure that tells the line of the place */
  fail(reason: Reason, at?: number): never;
  /** What a sticky pattern finds at the place; the place stays. */
  matchAt(pattern: RegExp): string | null;
  skipBlanks(): void;
  readToken(): Token;
  /** The parts of a word, up to a letter that ends it. */
  readParts(ends: (next: string) => boolean, within?: boolean): WordPart[];
  /** The text between two places as an arithmetic expression or a subscript, whose parameters are expanded. */
  expressionIn(start: number, end: number): Word;
}
