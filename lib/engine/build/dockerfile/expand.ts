import { EngineError } from '../../errors';
import { goQuote } from '../../cli/template/go-quote';
import { limits } from './limits';
import { replacePattern, trimPrefix, trimSuffix } from './pattern';
import { refuseLine, wrapped } from './refusal';
import { isSpace } from './space';

/* This file is longer than most: the readers of quotes, variables and words call each other. */

/**
 * Words of a Dockerfile with their quotes and variables (buildkit frontend/dockerfile/shell/lex.go):
 *
 *   word      { 'text' | "text $x" | \c | variable | c }
 *   variable  $name | ${name} | ${name[:](-|+|?)word} | ${name(#|##|%|%%)pattern} | ${name/pattern/word} | ${name//pattern/word}
 */
export interface ExpandOptions {
  /** A backslash, or a backtick where the file says so. */
  readonly escape: string;
  /** The value of a variable; undefined when it is not set. */
  readonly variable: (name: string) => string | undefined;
  /** Quotes stay in the result. */
  readonly rawQuotes?: boolean;
  /** The escape character stays before what it escapes. */
  readonly rawEscapes?: boolean;
  /** Variables that are not set stay as they are written. */
  readonly keepUnset?: boolean;
}

interface Words {
  readonly words: string[];
  buffer: string;
  inWord: boolean;
}

const END = '';
const SPECIAL = new Set(['@', '*', '#', '?', '-', '$', '!', '0']);

/** The word with its variables put in. */
export function expandWord(word: string, options: ExpandOptions): string {
  return new Reader(word, options).read().text;
}

/** The word with its variables put in, split at the blanks that are then outside of quotes. */
export function expandWords(word: string, options: ExpandOptions): readonly string[] {
  return new Reader(word, options).read().words;
}

class Reader {
  private readonly characters: readonly string[];
  private at = 0;
  private rawEscapes: boolean;
  private depth = 0;
  private length = 0;

  constructor(
    private readonly source: string,
    private readonly options: ExpandOptions,
  ) {
    this.characters = [...source];
    this.rawEscapes = options.rawEscapes ?? false;
  }

  read(): { readonly text: string; readonly words: readonly string[] } {
    return wrapped(`failed to process ${goQuote(this.source)}`, () =>
      this.until(END, this.rawEscapes),
    );
  }

  private peek(): string {
    return this.characters[this.at] ?? END;
  }

  private next(): string {
    const character = this.peek();
    this.at += 1;
    return character;
  }

  /** Reads up to a character, or to the end of the source. */
  private until(
    stop: string,
    rawEscapes: boolean,
  ): { readonly text: string; readonly words: readonly string[] } {
    const before = this.rawEscapes;
    this.rawEscapes = rawEscapes;
    let text = '';
    const words: Words = { words: [], buffer: '', inWord: false };
    while (this.peek() !== END) {
      const character = this.peek();
      if (stop !== END && character === stop) {
        this.next();
        this.rawEscapes = before;
        return { text, words: finish(words) };
      }
      const special = this.special(character);
      if (special !== null) {
        text += special;
        if (character === '$') for (const one of special) addCharacter(words, one);
        else addRaw(words, special);
        continue;
      }
      this.next();
      if (character !== this.options.escape) {
        addCharacter(words, character);
        text += character;
        continue;
      }
      if (this.rawEscapes) {
        addRaw(words, character);
        text += character;
      }
      const escaped = this.next();
      if (escaped === END) break;
      addRaw(words, escaped);
      text += escaped;
    }
    this.rawEscapes = before;
    if (stop !== END) refuseLine(`unexpected end of statement while looking for matching ${stop}`);
    return { text, words: finish(words) };
  }

  /** What a character that means something stands for; null when it means nothing. */
  private special(character: string): string | null {
    switch (character) {
      case "'":
        return this.singleQuoted();
      case '"':
        return this.doubleQuoted();
      case '$':
        return this.dollar();
      case '<':
        return this.heredocWord();
      default:
        return null;
    }
  }

  private singleQuoted(): string {
    let text = this.quote(this.next());
    for (;;) {
      const character = this.next();
      if (character === END)
        refuseLine('unexpected end of statement while looking for matching single-quote');
      if (character === "'") return text + this.quote(character);
      text += character;
    }
  }

  private doubleQuoted(): string {
    let text = this.quote(this.next());
    for (;;) {
      const character = this.peek();
      if (character === END)
        refuseLine('unexpected end of statement while looking for matching double-quote');
      if (character === '"') return text + this.quote(this.next());
      if (character === '$') {
        text += this.dollar();
        continue;
      }
      this.next();
      if (character !== this.options.escape) {
        text += character;
        continue;
      }
      if (this.rawEscapes) text += character;
      const escaped = this.peek();
      if (escaped === END) continue;
      text += ['"', '$', this.options.escape].includes(escaped) ? this.next() : character;
    }
  }

  private quote(character: string): string {
    return this.options.rawQuotes ? character : '';
  }

  /** `<<` keeps the blanks behind it, so that `<< EOF` stays one word. */
  private heredocWord(): string {
    this.next();
    if (this.peek() !== '<') return '<';
    this.next();
    let text = '<<';
    while (['\t', '\r', ' '].includes(this.peek())) text += this.next();
    return text;
  }

  private name(): string {
    const first = this.peek();
    if (/^\p{Nd}$/u.test(first)) return this.while(/^\p{Nd}$/u);
    if (SPECIAL.has(first)) return this.next();
    return this.while(/^[\p{L}\p{Nd}_]$/u);
  }

  private while(kind: RegExp): string {
    let text = '';
    while (kind.test(this.peek())) text += this.next();
    return text;
  }

  private dollar(): string {
    const { keepUnset } = this.options;
    this.next();
    if (this.peek() !== '{') {
      const name = this.name();
      if (name === '') return '$';
      const value = this.options.variable(name);
      return this.measured(value ?? (keepUnset ? `$${name}` : ''));
    }
    this.next();
    if (this.peek() === END) refuseLine("syntax error: missing '}'");
    if (['{', '}', ':'].includes(this.peek())) refuseLine('syntax error: bad substitution');
    if (++this.depth > limits.depth)
      refuseLine(`variables stand in one another more than ${limits.depth} times`);
    const name = this.name();
    const value = this.braced(name, this.options.variable(name));
    this.depth -= 1;
    return this.measured(value);
  }

  /** What stands behind the name in `${name…}`, up to its brace. */
  private braced(name: string, value: string | undefined): string {
    const { keepUnset } = this.options;
    let operator = this.next();
    if (operator === '}') return value ?? (keepUnset ? `\${${name}}` : '');
    if (operator === '/') return this.replaced(name, value);
    const emptyIsUnset = operator === ':';
    if (emptyIsUnset) operator = this.next();
    const typed = (emptyIsUnset ? ':' : '') + (operator === END ? '\ufffd' : operator);
    const unsupported = `unsupported modifier (${typed}) in substitution`;
    const isPattern = operator === '#' || operator === '%';
    if (!emptyIsUnset && !isPattern && !['+', '-', '?'].includes(operator)) refuseLine(unsupported);
    if (emptyIsUnset && isPattern) refuseLine(unsupported);
    const word = this.part('}', isPattern);
    if (value === undefined && keepUnset) return `\${${name}${typed}${word}}`;
    const missing = value === undefined || (emptyIsUnset && value === '');
    switch (operator) {
      case '-':
        return missing ? word : value;
      case '+':
        return missing ? '' : word;
      case '?':
        if (!missing) return value;
        return refuseLine(
          `${name}: ${word || `is not allowed to be ${value === undefined ? 'unset' : 'empty'}`}`,
        );
      case '#':
      case '%': {
        const greedy = word.startsWith(operator);
        const trim = operator === '#' ? trimPrefix : trimSuffix;
        return trim(greedy ? word.slice(1) : word, value ?? '', greedy);
      }
      default:
        return refuseLine(unsupported);
    }
  }

  private replaced(name: string, value: string | undefined): string {
    const all = this.peek() === '/';
    if (all) this.next();
    const pattern = this.part('/', true);
    const replacement = this.part('}', true);
    if (value === undefined && this.options.keepUnset)
      return `\${${name}/${pattern}/${replacement}}`;
    return replacePattern(pattern, replacement, value ?? '', all);
  }

  /** A part of `${…}` up to a character; where the source ends before, that character is missing. */
  private part(stop: string, rawEscapes: boolean): string {
    try {
      return this.until(stop, rawEscapes).text;
    } catch (failure) {
      // Where the source ends Docker says what is missing, not what it was looking for.
      if (failure instanceof EngineError && this.peek() === END)
        refuseLine(stop === '/' ? "syntax error: missing '/' in ${}" : "syntax error: missing '}'");
      throw failure;
    }
  }

  private measured(text: string): string {
    this.length += text.length;
    if (this.length > limits.word)
      refuseLine(`a word is longer than ${limits.word} characters with its variables`);
    return text;
  }
}

function addCharacter(words: Words, character: string): void {
  if (!isSpace(character)) return addRaw(words, character);
  if (words.inWord && words.buffer !== '') {
    words.words.push(words.buffer);
    words.buffer = '';
    words.inWord = false;
  }
}

function addRaw(words: Words, text: string): void {
  words.buffer += text;
  words.inWord = true;
}

function finish(words: Words): readonly string[] {
  if (words.buffer !== '') words.words.push(words.buffer);
  return words.words;
}
