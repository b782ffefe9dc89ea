import { AwkError, type Token } from './lex';

const DEEPEST = 200;

/** A place in the tokens of a program, and the words to look at them and to pass them. */
export class TokenCursor {
  protected at = 0;
  private depth = 0;

  constructor(protected readonly tokens: readonly Token[]) {}

  protected get token(): Token {
    return this.tokens[this.at] ?? { kind: 'end', text: '', line: 1 };
  }

  protected is(text: string): boolean {
    const { kind } = this.token;
    return (kind === 'sign' || kind === 'word') && this.token.text === text;
  }

  protected take(text: string): boolean {
    if (!this.is(text)) return false;
    this.at++;
    return true;
  }

  protected fail(): never {
    const { kind, text, line } = this.token;
    throw new AwkError(kind === 'end' ? 'end' : 'token', text, line);
  }

  protected expect(text: string): void {
    if (!this.take(text)) this.fail();
  }

  protected newlines(): void {
    while (this.take('\n') || this.take(';'));
  }

  protected lines(): void {
    while (this.take('\n'));
  }

  protected name(): string {
    const { kind, text } = this.token;
    if (kind !== 'name' && kind !== 'call') return this.fail();
    this.at++;
    return text;
  }

  /** Reads what nests in itself. @throws AwkError when it does so too often */
  protected nested<T>(read: () => T): T {
    if (++this.depth > DEEPEST) throw new AwkError('limit', '', this.token.line);
    const part = read();
    this.depth--;
    return part;
  }
}
