import { goQuote } from './go-quote';

/** The tokens of a Go template (text/template/parse `lex.go`). A space between operands is a token of its own. */

export type TokenKind =
  | 'error'
  | 'bool'
  | 'char'
  | 'character-constant'
  | 'assign'
  | 'declare'
  | 'end-of-file'
  | 'field'
  | 'identifier'
  | 'left-delimiter'
  | 'left-paren'
  | 'number'
  | 'pipe'
  | 'raw-string'
  | 'right-delimiter'
  | 'right-paren'
  | 'space'
  | 'string'
  | 'text'
  | 'variable'
  | 'dot'
  | 'nil'
  | 'keyword';

export interface Token {
  readonly kind: TokenKind;
  readonly at: number;
  readonly text: string;
}

const KEYWORDS = new Set('block break continue define else end if range template with'.split(' '));
const SPACE = ' \t\r\n';
const WORD = /[\p{L}\p{Nd}_]+/uy;
const NUMBER =
  /[+-]?(?:0[xX][0-9a-fA-F_]*|0[oO][0-7_]*|0[bB][01_]*|[0-9_]*)(?:\.[0-9a-fA-F_]*)?(?:[eE][+-]?[0-9_]*|[pP][+-]?[0-9_]*)?i?/y;

/** Splits a template into tokens; the last one is `end-of-file` or `error`, whose text is the message. */
export function tokenize(text: string): readonly Token[] {
  return new TemplateLexer(text).all();
}

/** How Go names a token in `unexpected … in operand`. */
export function tokenName(token: Token): string {
  switch (token.kind) {
    case 'end-of-file':
      return 'EOF';
    case 'error':
      return token.text;
    case 'keyword':
    case 'dot':
    case 'nil':
      return `<${token.text}>`;
    default: {
      const characters = [...token.text];
      if (token.text.length <= 10) return goQuote(token.text);
      return `${goQuote(characters.slice(0, 10).join(''))}...`;
    }
  }
}

class TemplateLexer {
  private readonly tokens: Token[] = [];
  private at = 0;
  private parens = 0;
  private failed = false;

  constructor(private readonly text: string) {}

  all(): readonly Token[] {
    while (!this.failed && this.at < this.text.length) this.textThenAction();
    if (!this.failed) this.push('end-of-file', this.at, '');
    return this.tokens;
  }

  private push(kind: TokenKind, at: number, text: string): void {
    this.tokens.push({ kind, at, text });
  }

  /** Takes the next `length` characters as a token. */
  private take(kind: TokenKind, length: number): void {
    this.push(kind, this.at, this.text.slice(this.at, this.at + length));
    this.at += length;
  }

  private fail(message: string): void {
    this.push('error', this.at, message);
    this.failed = true;
  }

  private textThenAction(): void {
    const open = this.text.indexOf('{{', this.at);
    const end = open < 0 ? this.text.length : open;
    const trimsLeft = open >= 0 && this.hasTrimMarker(open + 2);
    let content = this.text.slice(this.at, end);
    if (trimsLeft) content = content.replace(/[ \t\r\n]+$/, '');
    if (content !== '') this.push('text', this.at, content);
    this.at = end;
    if (open < 0) return;
    const after = open + (trimsLeft ? 4 : 2);
    if (this.text.startsWith('/*', after)) return this.comment(after);
    this.push('left-delimiter', open, '{{');
    this.at = after;
    this.parens = 0;
    while (!this.failed && !this.insideAction()) continue;
  }

  /** `- ` behind an opening delimiter. */
  private hasTrimMarker(at: number): boolean {
    return this.text[at] === '-' && SPACE.includes(this.text[at + 1] ?? 'x');
  }

  /** The length of a closing delimiter at this place with its trim marker; 0 when there is none. */
  private closing(at: number): number {
    if (SPACE.includes(this.text[at] ?? 'x') && this.text.startsWith('-}}', at + 1)) return 4;
    return this.text.startsWith('}}', at) ? 2 : 0;
  }

  private skipAfterTrim(length: number): void {
    if (length !== 4) return;
    while (this.at < this.text.length && SPACE.includes(this.text[this.at] ?? 'x')) this.at += 1;
  }

  private comment(start: number): void {
    const end = this.text.indexOf('*/', start + 2);
    if (end < 0) return this.fail('unclosed comment');
    const length = this.closing(end + 2);
    if (length === 0) return this.fail('comment ends before closing delimiter');
    this.at = end + 2 + length;
    this.skipAfterTrim(length);
  }

  /** One token; true when the action has ended. */
  private insideAction(): boolean {
    const closing = this.closing(this.at);
    if (closing > 0) {
      if (this.parens > 0) this.fail('unclosed left paren');
      else {
        this.push('right-delimiter', this.at, '}}');
        this.at += closing;
        this.skipAfterTrim(closing);
      }
      return true;
    }
    const character = this.text[this.at];
    if (character === undefined) this.fail('unclosed action');
    else if (SPACE.includes(character)) this.spaces();
    else this.visible(character);
    return false;
  }

  private spaces(): void {
    let length = 0;
    while (
      SPACE.includes(this.text[this.at + length] ?? 'x') &&
      this.closing(this.at + length) === 0
    ) {
      length += 1;
    }
    this.take('space', length);
  }

  private visible(character: string): void {
    switch (character) {
      case '=':
        return this.take('assign', 1);
      case ':':
        return this.text[this.at + 1] === '=' ? this.take('declare', 2) : this.fail('expected :=');
      case '|':
        return this.take('pipe', 1);
      case '"':
        return this.quoted('string', '"', 'unterminated quoted string');
      case "'":
        return this.quoted('character-constant', "'", 'unterminated character constant');
      case '`':
        return this.rawString();
      case '$':
        return this.name('variable');
      case '(':
        this.parens += 1;
        return this.take('left-paren', 1);
      case ')':
        this.parens -= 1;
        if (this.parens < 0) return this.fail('unexpected right paren');
        return this.take('right-paren', 1);
      default:
        return this.wordOrNumber(character);
    }
  }

  private wordOrNumber(character: string): void {
    if (character === '.' && !/[0-9]/.test(this.text[this.at + 1] ?? '')) return this.name('field');
    if (/[.+\-0-9]/.test(character)) return this.number();
    const word = this.wordAt(this.at);
    if (word !== '') return this.identifier(word);
    const point = this.text.codePointAt(this.at) ?? 0;
    if (point > 0x20 && point < 0x7f) return this.take('char', 1);
    this.fail(`unrecognized character in action: ${codePointName(point)}`);
  }

  private wordAt(at: number): string {
    WORD.lastIndex = at;
    return WORD.exec(this.text)?.[0] ?? '';
  }

  /** False, with an error, when the character behind a word cannot stand there. */
  private terminates(at: number): boolean {
    const next = this.text[at];
    if (next === undefined || `${SPACE}.,|:)(`.includes(next)) return true;
    if (this.text.startsWith('}}', at)) return true;
    this.fail(`bad character ${codePointName(this.text.codePointAt(at) ?? 0)}`);
    return false;
  }

  private identifier(word: string): void {
    if (!this.terminates(this.at + word.length)) return;
    if (KEYWORDS.has(word)) return this.take('keyword', word.length);
    if (word === 'nil') return this.take('nil', word.length);
    this.take(word === 'true' || word === 'false' ? 'bool' : 'identifier', word.length);
  }

  /** `.Name`, `$name`, or the bare `.` and `$`. */
  private name(kind: 'field' | 'variable'): void {
    const word = this.wordAt(this.at + 1);
    if (!this.terminates(this.at + 1 + word.length)) return;
    this.take(kind === 'field' && word === '' ? 'dot' : kind, 1 + word.length);
  }

  private number(): void {
    NUMBER.lastIndex = this.at;
    const text = NUMBER.exec(this.text)?.[0] ?? '';
    const behind = this.wordAt(this.at + text.length);
    if (behind !== '' || text === '') {
      const shown = text + (behind.slice(0, 1) || (this.text[this.at + text.length] ?? ''));
      return this.fail(`bad number syntax: ${goQuote(shown)}`);
    }
    this.take('number', text.length);
  }

  private quoted(kind: 'string' | 'character-constant', quote: string, problem: string): void {
    for (let end = this.at + 1; ; end++) {
      if (this.text[end] === '\\') end += 1;
      else if (this.text[end] === quote) return this.take(kind, end + 1 - this.at);
      if (this.text[end] === undefined || this.text[end] === '\n') return this.fail(problem);
    }
  }

  private rawString(): void {
    const end = this.text.indexOf('`', this.at + 1);
    if (end < 0) return this.fail('unterminated raw quoted string');
    this.take('raw-string', end + 1 - this.at);
  }
}

/** Go's `%#U`: `U+002B '+'`. */
function codePointName(point: number): string {
  const code = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
  return point < 0x20 || (point >= 0x7f && point < 0xa0)
    ? code
    : `${code} '${String.fromCodePoint(point)}'`;
}
