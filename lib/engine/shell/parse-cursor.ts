import type { Script } from './ast';
import { Lexer, type Token } from './lexer';

/** Nested groups, substitutions and operations deeper than this are refused: `too-deep`. */
const MAX_DEPTH = 100;

const RESERVED = new Set(
  '! { } case do done elif else esac fi for if in then until while'.split(' '),
);

/** The place of a parser in its script: one token ahead, and how deep it stands. The rules of the grammar share it. */
export abstract class Cursor extends Lexer {
  private ahead: Token | null = null;

  constructor(
    text: string,
    protected depth: number,
  ) {
    super(text);
  }

  /** Items up to something that cannot begin one: the caller checks what it is. */
  abstract script(): Script;

  peek(): Token {
    this.ahead ??= this.readToken();
    return this.ahead;
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
    return token.kind === 'word' && token.bare !== null && words.includes(token.bare);
  }

  unexpected(expecting: string | null): never {
    const token = this.peek();
    if (token.kind === 'end') this.fail({ kind: 'end-of-file', expecting });
    const text = token.kind === 'newline' ? '\n' : this.text.slice(token.start, this.at).trimEnd();
    const isWord = token.kind === 'word' && !(token.bare !== null && RESERVED.has(token.bare));
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

  /** A script that must not be empty, as the bodies of compound commands. */
  body(): Script {
    const script = this.script();
    if (script.items.length === 0) this.unexpected(null);
    return script;
  }
}
