import { assertNever } from '../../kernel/assert-never';
import { err, ok, type Result } from '../../kernel/result';
import { evaluateArithmetic } from './arithmetic';
import type { ParameterOperation, Script, Word, WordPart } from './ast';
import { escapePattern, replacePattern, trimPattern } from './pattern';

/** What a word needs to know of the shell that runs it. Only `assign` and `command` may change anything. */
export interface ExpansionContext {
  /** A variable, or one of `? $ ! # - 0`; undefined when unset. `1`, `2` … come from `positional`. */
  parameter(name: string): string | undefined;
  /** `$1` and the rest. */
  readonly positional: readonly string[];
  /** For `${x:=word}` and arithmetic assignments. */
  assign(name: string, value: string): void;
  /** The output of `$(…)`; its trailing newlines are removed here. An error ends the command with these words. */
  command(script: Script): Result<string, string>;
  /** The sorted paths that match a file pattern (quoted characters stand behind a backslash); none leaves the word. */
  glob?(pattern: string): readonly string[];
  /** False in a shell that has neither `${x:1}` nor `${x/a/b}` (dash). */
  readonly cuts?: boolean;
  /** True after `set -u`: an unset parameter is an error. */
  readonly refuseUnset?: boolean;
}

/** A word may not grow past this many characters, nor into more fields. */
const MAX_LENGTH = 200_000;
const MAX_FIELDS = 10_000;

/** One field on its way: its text, the same as a file pattern, and whether it exists even when empty. */
interface Field {
  text: string;
  pattern: string;
  exists: boolean;
}

class ExpansionFailure extends Error {}

/**
 * Expands a word into fields, as for a command's arguments: parameters, `$(…)`, `$((…))`, splitting at IFS, file
 * patterns, quote removal (POSIX.1-2017, Shell Command Language, 2.6). An unquoted empty expansion gives no field.
 * Errors are the shell's words without its name: `x: parameter not set`.
 */
export function expandWord(word: Word, context: ExpansionContext): Result<string[], string> {
  const plain = plainText(word);
  if (plain !== null) return ok([plain]);
  const value = quotedParameter(word, context);
  if (value !== undefined) return ok([value]);
  return guarded(() => {
    const fields = new Expander(context, true).fields(word);
    return fields.flatMap(({ text, pattern }) => {
      const paths = /[*?[]/.test(text) ? (context.glob?.(pattern) ?? []) : [];
      return paths.length > 0 ? paths : [text];
    });
  });
}

/** Expands a word to one text, without splitting and file patterns: assignments, targets of redirections, `case`. */
export function expandText(word: Word, context: ExpansionContext): Result<string, string> {
  const plain = plainText(word) ?? quotedParameter(word, context);
  if (plain !== undefined) return ok(plain);
  return guarded(() => joined(new Expander(context, false).fields(word)).text);
}

const plainTexts = new WeakMap<Word, string | null>();

/** The text of a word that is the same in every shell: text without a tilde or a file pattern. Found once a word. */
export function plainText(word: Word): string | null {
  let plain = plainTexts.get(word);
  if (plain === undefined) {
    plain = '';
    for (const part of word.parts) {
      const isPlain =
        part.kind === 'text' && (part.quoted || part.text === '[' || !/^~|[*?[\\]/.test(part.text));
      plain = isPlain && plain !== null ? plain + part.text : null;
    }
    if (word.parts.length === 0) plain = null;
    plainTexts.set(word, plain);
  }
  return plain;
}

/** The value of a word that is nothing but `"$name"` or `"$1"` with a value; undefined for any other word. */
function quotedParameter(word: Word, context: ExpansionContext): string | undefined {
  const [part] = word.parts;
  if (word.parts.length !== 1 || part?.kind !== 'parameter') return undefined;
  if (!part.quoted || part.operation !== null) return undefined;
  if (/^[1-9]$/.test(part.name)) return context.positional[Number(part.name) - 1];
  return /^[A-Za-z_]/.test(part.name) ? context.parameter(part.name) : undefined;
}

/** Expands a word to a pattern for `matchesPattern`: quoted characters stand behind a backslash. */
export function expandPattern(word: Word, context: ExpansionContext): Result<string, string> {
  return guarded(() => joined(new Expander(context, false).fields(word)).pattern);
}

/** The `$(…)` of a word in the order in which they run, for a caller that runs them before it expands the word. */
export function commandSubstitutions(word: Word): readonly Script[] {
  return word.parts.flatMap((part) => {
    if (part.kind === 'command') return [part.script];
    if (part.kind === 'arithmetic') return commandSubstitutions(part.expression);
    if (part.kind === 'text' || part.operation === null) return [];
    const { operation } = part;
    switch (operation.kind) {
      case 'length':
        return [];
      case 'slice': {
        const { offset, length } = operation;
        return [...commandSubstitutions(offset), ...(length ? commandSubstitutions(length) : [])];
      }
      case 'replace':
        return [operation.pattern, operation.replacement].flatMap(commandSubstitutions);
      default:
        return commandSubstitutions('word' in operation ? operation.word : operation.pattern);
    }
  });
}

function guarded<T>(expand: () => T): Result<T, string> {
  try {
    return ok(expand());
  } catch (failure) {
    if (failure instanceof ExpansionFailure) return err(failure.message);
    throw failure;
  }
}

function joined(fields: readonly Field[]): Field {
  return {
    text: fields.map(({ text }) => text).join(' '),
    pattern: fields.map(({ pattern }) => pattern).join(' '),
    exists: fields.length > 0,
  };
}

class Expander {
  private readonly done: Field[] = [];
  private field: Field = { text: '', pattern: '', exists: false };
  private length = 0;

  constructor(
    private readonly context: ExpansionContext,
    private readonly splits: boolean,
  ) {}

  fields(word: Word): Field[] {
    word.parts.forEach((part, index) => this.part(part, index, word.parts));
    this.endField();
    return this.done;
  }

  private endField(): void {
    if (this.field.exists) this.done.push(this.field);
    if (this.done.length > MAX_FIELDS) throw new ExpansionFailure('argument list too long');
    this.field = { text: '', pattern: '', exists: false };
  }

  /** Adds text to the field; `literal` text is no pattern. */
  private add(text: string, literal: boolean): void {
    this.length += text.length;
    if (this.length > MAX_LENGTH) throw new ExpansionFailure('expansion too long');
    this.field.text += text;
    this.field.pattern += literal ? escapePattern(text) : text;
    this.field.exists = true;
  }

  private part(part: WordPart, index: number, parts: readonly WordPart[]): void {
    switch (part.kind) {
      case 'text':
        return this.text(part, index, parts);
      case 'command':
        return this.value(this.output(part.script), part.quoted);
      case 'arithmetic':
        return this.value(this.arithmetic(part.expression), part.quoted);
      case 'parameter':
        return this.parameter(part.name, part.operation, part.quoted);
      default:
        return assertNever(part);
    }
  }

  private text(
    part: { text: string; quoted: boolean },
    index: number,
    parts: readonly WordPart[],
  ): void {
    const isTilde =
      !part.quoted && index === 0 && (parts.length === 1 ? /^~(\/|$)/ : /^~\//).test(part.text);
    const home = isTilde ? this.context.parameter('HOME') : undefined;
    if (home === undefined) return this.add(part.text, part.quoted);
    this.add(home, true);
    this.add(part.text.slice(1), false);
  }

  private output(script: Script): string {
    const output = this.context.command(script);
    if (!output.ok) throw new ExpansionFailure(output.error);
    return output.value.replace(/\n+$/, '');
  }

  private arithmetic(expression: Word): string {
    const source = this.textOf(expression);
    const result = evaluateArithmetic(source, {
      get: (name) => this.single(name) ?? '',
      set: (name, value) => this.context.assign(name, value),
    });
    if (!result.ok) throw new ExpansionFailure(result.error);
    return result.value.toString();
  }

  /** Adds an expansion's result: whole when quoted, split into fields when not. */
  private value(text: string, quoted: boolean): void {
    if (quoted || !this.splits) return this.addWhole(text, quoted);
    const separators = this.context.parameter('IFS') ?? ' \t\n';
    if (separators === '') return this.addWhole(text, quoted);
    for (const [position, piece] of splitFields(text, separators).entries()) {
      if (position > 0) this.endField();
      if (piece !== null) this.add(piece, false);
    }
  }

  private addWhole(text: string, quoted: boolean): void {
    if (text !== '' || quoted) this.add(text, quoted);
  }

  private textOf(word: Word): string {
    return joined(new Expander(this.context, false).fields(word)).text;
  }

  /** A parameter's value as one text; undefined when unset. */
  private single(name: string): string | undefined {
    const { positional } = this.context;
    if (name === '#') return String(positional.length);
    if (name === '@' || name === '*') return positional.length > 0 ? this.all(name) : undefined;
    if (/^[1-9][0-9]*$/.test(name)) return positional[Number(name) - 1];
    return this.context.parameter(name);
  }

  private all(name: string): string {
    const separators = this.context.parameter('IFS') ?? ' ';
    return this.context.positional.join(name === '*' ? separators.slice(0, 1) : ' ');
  }

  private parameter(name: string, operation: ParameterOperation | null, quoted: boolean): void {
    if (operation !== null) return this.operation(name, operation, quoted);
    if (name === '@' || (name === '*' && !quoted)) return this.everyPositional(quoted);
    const value = this.single(name);
    if (value === undefined && this.context.refuseUnset === true && name !== '*') {
      throw new ExpansionFailure(`${name}: parameter not set`);
    }
    this.value(value ?? '', quoted);
  }

  /** `"$@"`: one field for each, and none at all when there are none. */
  private everyPositional(quoted: boolean): void {
    this.context.positional.forEach((value, index) => {
      if (index > 0) {
        if (this.splits) this.endField();
        else this.add(' ', quoted);
      }
      this.value(value, quoted);
    });
  }

  private operation(name: string, operation: ParameterOperation, quoted: boolean): void {
    const value = this.single(name);
    switch (operation.kind) {
      case 'length':
        return this.value(String([...(value ?? '')].length), quoted);
      case 'trim-prefix':
      case 'trim-suffix': {
        const pattern = joined(new Expander(this.context, false).fields(operation.pattern)).pattern;
        const side = operation.kind === 'trim-prefix' ? 'prefix' : 'suffix';
        return this.value(trimPattern(value ?? '', pattern, side, operation.longest), quoted);
      }
      case 'slice':
      case 'replace': {
        if (this.context.cuts === false) throw new ExpansionFailure('Bad substitution');
        const text = value ?? '';
        const cut =
          operation.kind === 'slice' ? this.slice(text, operation) : this.replace(text, operation);
        return this.value(cut, quoted);
      }
      case 'default':
      case 'assign':
      case 'alternative':
      case 'error': {
        const isSet = value !== undefined && !(operation.whenEmpty && value === '');
        if (operation.kind === 'alternative') return isSet ? this.word(operation.word) : undefined;
        if (isSet) return this.value(value, quoted);
        if (operation.kind === 'default') return this.word(operation.word);
        const text = this.textOf(operation.word);
        if (operation.kind === 'error') {
          throw new ExpansionFailure(`${name}: ${text === '' ? 'parameter not set' : text}`);
        }
        this.context.assign(name, text);
        return this.value(text, quoted);
      }
      default:
        return assertNever(operation);
    }
  }

  private slice(text: string, operation: ParameterOperation & { kind: 'slice' }): string {
    const characters = [...text];
    const offset = Number(this.arithmetic(operation.offset));
    const from = offset < 0 ? characters.length + offset : offset;
    if (from < 0) return '';
    if (operation.length === null) return characters.slice(from).join('');
    const length = Number(this.arithmetic(operation.length));
    return characters.slice(from, length < 0 ? length : from + length).join('');
  }

  private replace(text: string, operation: ParameterOperation & { kind: 'replace' }): string {
    const pattern = joined(new Expander(this.context, false).fields(operation.pattern)).pattern;
    return replacePattern(text, pattern, this.textOf(operation.replacement), operation.all);
  }

  /** The word of `${x:-word}`: its unquoted text is split like a value. */
  private word(word: Word): void {
    word.parts.forEach((part, index) => {
      if (part.kind === 'text' && !part.quoted && !part.text.startsWith('~')) {
        this.value(part.text, false);
      } else this.part(part, index, word.parts);
    });
  }
}

/**
 * Splits at the separators: a run of blanks is one separator, any other separator ends a field of its own. A null at
 * either end says that the text began or ended with a separator, so its neighbours do not join it.
 */
function splitFields(text: string, separators: string): (string | null)[] {
  const pieces: (string | null)[] = [];
  let piece: string | null = null;
  let afterHard = false;
  let pendingBlank = false;
  for (const character of text) {
    if (!separators.includes(character)) {
      if (pendingBlank) {
        pieces.push(piece);
        piece = null;
        pendingBlank = false;
      }
      piece = (piece ?? '') + character;
      afterHard = false;
    } else if (' \t\n'.includes(character)) {
      if (!afterHard) pendingBlank = true;
    } else {
      pieces.push(piece ?? '');
      piece = null;
      pendingBlank = false;
      afterHard = true;
    }
  }
  pieces.push(piece);
  if (pendingBlank) pieces.push(null);
  return pieces;
}
