import type { Script, Word, WordPart } from './ast';
import { mayHoldBraces } from './brace-expansion';
import { arithmeticEnd } from './arithmetic-end';
import type { ShellFlavour } from './flavour';
import { ansiText } from './ansi-text';
import { readArrayAssignment } from './lexer-array';
import type { LexerCursor } from './lexer-cursor';
import { PARAMETER, readBraced } from './lexer-parameter';
import {
  OPERATORS,
  ParseFailure,
  type PendingHereDocument,
  type Reason,
  type Token,
} from './token';
import { Parts } from './word-parts';

/**
 * Reads words and operators (POSIX.1-2017, Shell Command Language, 2.2–2.3). Nested scripts in `$(…)` are handed back to
 * the parser through `parseNested`. `${…}` is in lexer-parameter.ts.
 */

const IO_NUMBER = /[0-9]{1,3}(?=[<>])/y;
const META = new Set([' ', '\t', '\n', ';', '&', '|', '<', '>', '(', ')']);
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;

export abstract class Lexer implements LexerCursor {
  at = 0;
  readonly hereDocuments: PendingHereDocument[] = [];
  assignable = true;
  /** Round brackets behind `?*+@!` belong to a word (`shopt -s extglob`). */
  extended = false;
  /** Words keep their source. */
  keeps = false;
  private countedTo = 0;
  private counted = 1;

  constructor(
    public text: string,
    readonly flavour: ShellFlavour,
  ) {}

  /** Parses the script of a `$(…)` that starts at the current place, up to and with its `)`. */
  protected abstract parseNested(): Script;
  /** Parses the text of a backquoted script. */
  protected abstract parseSeparate(text: string): Script;
  /** Counts one level of nesting during `read`. */
  abstract nested<T>(read: () => T): T;

  fail(reason: Reason, at = this.at): never {
    const start = this.text.lastIndexOf('\n', at - 1) + 1;
    const end = this.text.indexOf('\n', start);
    const lineText = this.text.slice(start, end < 0 ? undefined : end);
    throw new ParseFailure({ ...reason, line: this.lineAt(at), lineText });
  }

  /** The line of a place, from 1. */
  lineAt(at: number): number {
    if (at < this.countedTo) {
      this.countedTo = 0;
      this.counted = 1;
    }
    for (; this.countedTo < at; this.countedTo++)
      if (this.text[this.countedTo] === '\n') this.counted += 1;
    return this.counted;
  }

  matchAt(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    return pattern.exec(this.text)?.[0] ?? null;
  }

  readToken(): Token {
    this.skipBlanks();
    const start = this.at;
    const character = this.text[start];
    if (character === undefined) return { kind: 'end', start };
    if (character === '\n') {
      this.at += 1;
      for (const pending of this.hereDocuments.splice(0)) this.readHereDocument(pending);
      return { kind: 'newline', start };
    }
    const number = this.matchAt(IO_NUMBER);
    if (number !== null) {
      this.at += number.length;
      return { kind: 'number', start, fd: Number(number) };
    }
    const operator = this.startsProcess() ? null : this.matchAt(OPERATORS[this.flavour]);
    if (operator !== null) {
      this.at += operator.length;
      return { kind: 'operator', start, text: operator };
    }
    const mayAssign = this.flavour === 'bash' && this.assignable;
    const assignment = mayAssign ? readArrayAssignment(this) : null;
    if (assignment !== null)
      return {
        kind: 'word',
        start,
        word: this.kept(assignment.value, start),
        bare: null,
        assignment,
      };
    return this.wordToken(start, this.extended ? this.outsideGroups() : (next) => META.has(next));
  }

  /** A word with the groups of an extended pattern. */
  readExtended(): Token & { kind: 'word' } {
    this.skipBlanks();
    return this.wordToken(this.at, this.outsideGroups());
  }

  private outsideGroups(): (next: string) => boolean {
    let depth = 0;
    return (next) => {
      if (next === '(' && (depth > 0 || /[?*+@!]/.test(this.text[this.at - 1] ?? ''))) depth += 1;
      else if (next === ')' && depth > 0) depth -= 1;
      else return next === '\n' || (depth === 0 && META.has(next));
      return false;
    };
  }

  private wordToken(start: number, ends: (next: string) => boolean): Token & { kind: 'word' } {
    const parts = this.readParts(ends);
    const [only, ...others] = parts;
    const isBare = only?.kind === 'text' && !only.quoted && others.length === 0;
    const braces = this.flavour === 'bash' && mayHoldBraces(parts);
    const word: Word = braces ? { parts, braces: true } : { parts };
    return { kind: 'word', start, word: this.kept(word, start), bare: isBare ? only.text : null };
  }

  private kept(word: Word, start: number): Word {
    return this.keeps ? { ...word, source: this.text.slice(start, this.at) } : word;
  }

  /** A word up to a blank, with whatever stands in round brackets: the pattern behind `=~`. */
  readRegularExpression(): Word {
    this.skipBlanks();
    let depth = 0;
    return {
      parts: this.readParts((next) => {
        if (next === '(') depth += 1;
        else if (next === ')') depth -= 1;
        return next === '\n' || depth < 0 || (depth === 0 && (next === ' ' || next === '\t'));
      }),
    };
  }

  private startsProcess(): boolean {
    return this.flavour !== 'dash' && this.text.startsWith('<(', this.at);
  }

  skipBlanks(): void {
    for (;;) {
      const character = this.text[this.at];
      if (character === ' ' || character === '\t' || character === '\r') this.at += 1;
      else if (this.text.startsWith('\\\n', this.at)) this.at += 2;
      else if (character === '#') {
        const end = this.text.indexOf('\n', this.at);
        this.at = end < 0 ? this.text.length : end;
      } else return;
    }
  }

  /** Reads unquoted pieces until a character that ends them; `within` double quotes, where a single one is none. */
  readParts(ends: (next: string) => boolean, within = false): WordPart[] {
    const parts = new Parts();
    for (;;) {
      const character = this.text[this.at];
      if (character === undefined) return parts.list;
      if (this.startsProcess()) {
        this.at += 2;
        parts.add({ kind: 'process', script: this.parseNested(), quoted: false });
        continue;
      }
      if (ends(character)) return parts.list;
      if (character === "'" && !within) parts.text(this.singleQuoted(), true);
      else if (character === '"') {
        this.at += 1;
        parts.addQuoted(this.quotedParts('"', true));
      } else if (within && character === '\\') {
        const escaped = this.text[this.at + 1];
        const special = escaped !== undefined && '$`"\\}\n'.includes(escaped);
        if (escaped !== '\n') parts.text(special ? escaped : '\\', true);
        this.at += special ? 2 : 1;
      } else if (character === '\\') {
        this.at += 2;
        const escaped = this.text[this.at - 1];
        if (escaped === undefined) parts.text('\\', true);
        else if (escaped !== '\n') parts.text(escaped, true);
      } else this.readExpansion(parts, false);
    }
  }

  /** bash tells where the quote begins, dash where the text ends. */
  private unterminated(quote: "'" | '"' | '`', start: number): never {
    this.fail(
      { kind: 'unterminated-quote', quote },
      this.flavour === 'bash' ? start : this.text.length,
    );
  }

  private singleQuoted(): string {
    const end = this.text.indexOf("'", this.at + 1);
    if (end < 0) this.unterminated("'", this.at);
    const content = this.text.slice(this.at + 1, end);
    this.at = end + 1;
    return content;
  }

  /** Reads to the closing quote (consumed), or to the end of the text when `close` is null. */
  private quotedParts(close: '"' | null, escapesQuote: boolean): WordPart[] {
    const start = this.at;
    const parts = new Parts();
    for (;;) {
      const character = this.text[this.at];
      if (character === undefined) {
        if (close !== null) this.unterminated(close, start);
        return parts.list;
      }
      if (character === close) {
        this.at += 1;
        return parts.list;
      }
      if (character === '\\') {
        const escaped = this.text[this.at + 1];
        const special =
          escaped !== undefined && (escapesQuote ? '$`"\\\n' : '$`\\\n').includes(escaped);
        if (escaped !== '\n') parts.text(special ? escaped : '\\', true);
        this.at += special ? 2 : 1;
      } else this.readExpansion(parts, true);
    }
  }

  /** One character of text, or the expansion that starts here. */
  private readExpansion(parts: Parts, quoted: boolean): void {
    const character = this.text[this.at] ?? '';
    if (character === '`') parts.add(this.backquoted(quoted));
    else if (character === '$') this.dollar(parts, quoted);
    else {
      this.at += 1;
      parts.text(character, quoted);
    }
  }

  private dollar(parts: Parts, quoted: boolean): void {
    this.at += 1;
    const next = this.text[this.at];
    if (!quoted && (next === "'" || next === '"') && this.flavour !== 'dash') {
      if (next === "'") return parts.text(this.ansiQuoted(), true);
      if (this.flavour === 'bash') return;
    }
    if (next === '[' && this.flavour === 'bash') {
      const end = this.text.indexOf(']', this.at);
      if (end >= 0) return parts.add(this.arithmetic(this.at + 1, end, end + 1, quoted));
    }
    if (next === '{') return parts.add(this.nested(() => readBraced(this, quoted)));
    if (next === '(') {
      const end = this.text.startsWith('((', this.at) ? arithmeticEnd(this.text, this.at + 2) : -1;
      if (end >= 0) return parts.add(this.arithmetic(this.at + 2, end, end + 2, quoted));
      this.at += 1;
      return parts.add({ kind: 'command', script: this.parseNested(), quoted });
    }
    const name = this.matchAt(NAME) ?? this.matchAt(PARAMETER)?.slice(0, 1) ?? null;
    if (name === null) return parts.text('$', quoted);
    this.at += name.length;
    parts.add({ kind: 'parameter', name, operation: null, quoted });
  }

  private arithmetic(start: number, end: number, behind: number, quoted: boolean): WordPart {
    const expression = this.expressionIn(start, end);
    this.at = behind;
    return { kind: 'arithmetic', expression, quoted };
  }

  /** The arithmetic between two places. */
  expressionIn(start: number, end: number): Word {
    const source = this.text.slice(start, end);
    const parts = this.nested(() => this.separateParts(source, false));
    return this.keeps ? { parts, source } : { parts };
  }

  /** `'…'` behind a `$`, in which `\\n` and its like stand for characters. */
  private ansiQuoted(): string {
    const start = this.at;
    for (this.at += 1; this.text[this.at] !== "'"; this.at++) {
      if (this.text[this.at] === undefined) this.unterminated("'", start);
      if (this.text[this.at] === '\\') this.at += 1;
    }
    this.at += 1;
    return ansiText(this.text.slice(start + 1, this.at - 1));
  }

  private backquoted(quoted: boolean): WordPart {
    const start = this.at;
    let content = '';
    for (this.at += 1; this.text[this.at] !== '`'; this.at++) {
      if (this.text[this.at] === undefined) {
        this.unterminated('`', start);
      }
      const escaped = this.text[this.at + 1];
      if (this.text[this.at] === '\\' && escaped !== undefined && '`\\$'.includes(escaped)) {
        this.at += 1;
      }
      content += this.text[this.at] ?? '';
    }
    this.at += 1;
    return { kind: 'command', script: this.parseSeparate(content), quoted };
  }

  /** Reads a text of its own (a here-document, an arithmetic expression) as if it stood in double quotes. */
  protected abstract separateParts(text: string, escapesQuote: boolean): WordPart[];

  protected wholeQuoted(escapesQuote: boolean): WordPart[] {
    return this.quotedParts(null, escapesQuote);
  }

  private readHereDocument(pending: PendingHereDocument): void {
    const lines: string[] = [];
    let ended = false;
    while (this.at < this.text.length) {
      const end = this.text.indexOf('\n', this.at);
      const line = this.text.slice(this.at, end < 0 ? undefined : end);
      this.at = end < 0 ? this.text.length : end + 1;
      const shown = pending.stripTabs ? line.replace(/^\t+/, '') : line;
      ended = shown === pending.delimiter;
      if (ended) break;
      lines.push(end < 0 && this.flavour !== 'bash' ? shown : `${shown}\n`);
    }
    const content = lines.join('');
    const parts: WordPart[] = pending.quoted
      ? [{ kind: 'text', text: content, quoted: true }]
      : this.nested(() => this.separateParts(content, false));
    pending.fill({ parts }, ended, this.at, content);
  }
}
