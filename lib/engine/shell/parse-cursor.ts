import type { Script } from './ast';
import type { ShellFlavour } from './flavour';
import { Lexer } from './lexer';
import type { Token } from './token';

/** Nested groups, substitutions and operations deeper than this are refused: `too-deep`. */
const MAX_DEPTH = 100;

const POSIX_WORDS = '! { } case do done elif else esac fi for if in then until while';
const RESERVED: Readonly<Record<ShellFlavour, ReadonlySet<string>>> = {
  dash: new Set(POSIX_WORDS.split(' ')),
  ash: new Set(`${POSIX_WORDS} function time`.split(' ')),
  bash: new Set(`${POSIX_WORDS} function select time [[ ]]`.split(' ')),
};

/** Is a word a part of a shell's grammar? */
export function isReservedWord(word: string, flavour: ShellFlavour): boolean {
  return RESERVED[flavour].has(word);
}

/** The place of a parser in its script: one token ahead, and how deep it stands. The rules of the grammar share it. */
export abstract class Cursor extends Lexer {
  private ahead: Token | null = null;

  constructor(
    text: string,
    flavour: ShellFlavour,
    protected depth: number,
  ) {
    super(text, flavour);
  }

  /** Items up to something that cannot begin one: the caller checks what it is. */
  abstract script(): Script;

  peek(): Token {
    this.ahead ??= this.readToken();
    return this.ahead;
  }

  /** Puts other text in the place of what stands from a place on, and goes on reading there. */
  protected putAt(start: number, rest: string): void {
    this.text = this.text.slice(0, start) + rest;
    this.at = start;
    this.ahead = null;
  }

  /** Where what has been taken ends. */
  get behind(): number {
    if (this.ahead === null) return this.at;
    return this.text.slice(0, this.ahead.start).trimEnd().length;
  }

  take(): Token {
    const token = this.peek();
    this.ahead = null;
    return token;
  }

  /** Counts one level of nesting during `read`. */
  nested<T>(read: () => T): T {
    if (this.depth >= MAX_DEPTH) this.fail({ kind: 'too-deep' });
    this.depth += 1;
    const value = read();
    this.depth -= 1;
    return value;
  }

  isOperator(...texts: string[]): boolean {
    const token = this.peek();
    return token.kind === 'operator' && texts.includes(token.text);
  }

  isReserved(...words: string[]): boolean {
    const token = this.peek();
    return (
      token.kind === 'word' &&
      token.bare !== null &&
      words.includes(token.bare) &&
      isReservedWord(token.bare, this.flavour)
    );
  }

  /** @throws ParseFailure: what stands here should not; `newline`: a line may not end here either */
  unexpected(expecting: string | null, newline = false): never {
    const token = this.peek();
    if (token.kind === 'end') this.fail({ kind: 'end-of-file', expecting, newline });
    const text = token.kind === 'newline' ? '\n' : this.text.slice(token.start, this.at).trimEnd();
    const isWord =
      token.kind === 'word' && !(token.bare !== null && isReservedWord(token.bare, this.flavour));
    this.fail({ kind: 'unexpected', token: { text, isWord }, expecting }, token.start);
  }

  expectOperator(text: string): void {
    if (!this.isOperator(text)) this.unexpected(text);
    this.take();
  }

  expectReserved(word: string): void {
    if (!this.isReserved(word)) this.unexpected(word);
    this.take();
  }

  skipNewlines(): void {
    while (this.peek().kind === 'newline') this.take();
  }

  /** A script that must not be empty, as the bodies of compound commands; at the end of the text the caller misses what should follow. */
  body(): Script {
    const script = this.script();
    if (script.items.length === 0 && this.peek().kind !== 'end') this.unexpected(null);
    return script;
  }
}
