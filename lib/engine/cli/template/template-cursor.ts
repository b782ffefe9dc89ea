import { goQuote, goUnquote } from './go-quote';
import { tokenize, tokenName, type Token, type TokenKind } from './lexer';

/** Nested actions and parentheses deeper than this are refused. */
const MAX_DEPTH = 100;

/** Leaves the parsing with its message; caught by `parseTemplate`. */
export class ParseFailure extends Error {}

/**
 * Where the parser of a template stands (text/template/parse `parse.go`, `Tree`): its token, and the variables that may be named there. Errors show the
 * template's name and the line of the token read last: `template: :1: unclosed action`.
 */
export class TemplateCursor {
  private readonly tokens: readonly Token[];
  private at = 0;
  /** The line on which the present action began; 0 outside of one. */
  private actionLine = 0;
  /** How many actions and parentheses are open. */
  depth = 0;
  /** How many `range` are open: `break` and `continue` need one. */
  rangeDepth = 0;
  private variables = ['$'];

  constructor(
    readonly text: string,
    readonly name: string,
    readonly hasFunction: (name: string) => boolean,
  ) {
    this.tokens = tokenize(text);
  }

  private line(token: Token): number {
    return this.text.slice(0, token.at).split('\n').length;
  }

  fail(message: string): never {
    const token =
      this.tokens[Math.max(0, Math.min(this.at, this.tokens.length) - 1)] ?? this.peek();
    throw new ParseFailure(`template: ${this.name}:${this.line(token)}: ${message}`);
  }

  unexpected(token: Token, context: string): never {
    if (token.kind !== 'error') return this.fail(`unexpected ${tokenName(token)} in ${context}`);
    const inAction = this.actionLine !== 0 && this.actionLine !== this.line(token);
    const action = token.text.endsWith(' action') ? '' : ' in action';
    return this.fail(
      token.text + (inAction ? `${action} started at ${this.name}:${this.actionLine}` : ''),
    );
  }

  peek(): Token {
    return this.tokens[this.at] ?? { kind: 'end-of-file', at: this.text.length, text: '' };
  }

  next(): Token {
    const token = this.peek();
    this.at += 1;
    return token;
  }

  /** Puts the token back that was read last. */
  back(): void {
    this.at -= 1;
  }

  peekVisible(): Token {
    while (this.peek().kind === 'space') this.at += 1;
    return this.peek();
  }

  nextVisible(): Token {
    this.peekVisible();
    return this.next();
  }

  expect(kind: TokenKind, context: string): Token {
    const token = this.nextVisible();
    return token.kind === kind ? token : this.unexpected(token, context);
  }

  /** Reads ahead, and goes back to where it began unless something is found. */
  attempt<T>(read: () => T | null): T | null {
    const start = this.at;
    const found = read();
    if (found === null) this.at = start;
    return found;
  }

  unquote(token: Token): string {
    const text = goUnquote(token.text);
    return text.ok ? text.value : this.fail(text.error);
  }

  nested<T>(read: () => T): T {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) this.fail('exceeded maximum depth of nested actions');
    const value = read();
    this.depth -= 1;
    return value;
  }

  /** Reads an action that begins at a token. */
  inAction<T>(token: Token, read: () => T): T {
    this.actionLine = this.line(token);
    const value = this.nested(read);
    this.actionLine = 0;
    return value;
  }

  declare(names: readonly string[]): void {
    this.variables.push(...names);
  }

  /** Refuses a variable that is not declared. */
  need(name: string): void {
    if (!this.variables.includes(name)) this.fail(`undefined variable ${goQuote(name)}`);
  }

  /** Forgets the variables that are declared meanwhile. */
  scoped<T>(read: () => T): T {
    const scope = this.variables.length;
    const value = read();
    this.variables.length = scope;
    return value;
  }

  /** Reads a definition, which sees no variable but `$` and no `range` around it. */
  apart<T>(read: () => T): T {
    const { variables, rangeDepth } = this;
    this.variables = ['$'];
    this.rangeDepth = 0;
    const value = read();
    this.variables = variables;
    this.rangeDepth = rangeDepth;
    return value;
  }
}
