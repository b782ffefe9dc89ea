import { err, ok, type Result } from '../../kernel/result';
import type { Word } from './ast';
import { Expander } from './expander';
import type { ExpansionContext } from './expansion-context';
import { joined } from './field-builder';
import { ExpansionFailure } from './parameter-kind';
import { plainText } from './plain-text';

/** Why a word cannot be expanded, in the shell's words without its name; `isUnset`: by an unset parameter, for which bash has a status of its own. */
export interface ExpansionError {
  readonly text: string;
  readonly isUnset: boolean;
}

/**
 * Expands a word into fields, as for a command's arguments: parameters, `$(…)`, `$((…))`, splitting at IFS, file
 * patterns, quote removal (POSIX.1-2017, Shell Command Language, 2.6). An unquoted empty expansion gives no field.
 * Errors are the shell's words without its name: `x: parameter not set`.
 */
export function expandWord(
  word: Word,
  context: ExpansionContext,
): Result<string[], ExpansionError> {
  if (word.whole) {
    const text = expandText(word, context);
    return text.ok ? ok([text.value]) : text;
  }
  const plain = plainText(word);
  if (plain !== null) return ok([plain]);
  const value = quotedParameter(word, context);
  if (value !== undefined) return ok([value]);
  return guarded(() => {
    const fields = new Expander(context, true).fields(word);
    return fields.flatMap(({ text, pattern }) => {
      if (!/[*?[]/.test(text)) return [text];
      const paths = context.glob?.(pattern) ?? [];
      const drops = context.dropsPatterns === true && /(?<!\\)[*?[]/.test(pattern);
      return paths.length > 0 || drops ? paths : [text];
    });
  });
}

/** Expands a word to one text, without splitting and file patterns: assignments, targets of redirections, `case`. */
export function expandText(word: Word, context: ExpansionContext): Result<string, ExpansionError> {
  const plain = plainText(word) ?? quotedParameter(word, context);
  if (plain !== undefined) return ok(plain);
  return guarded(() => joined(new Expander(context, false).fields(word)).text);
}

/** The value of a word that is nothing but `"$name"` or `"$1"` with a value; undefined for any other word. */
function quotedParameter(word: Word, context: ExpansionContext): string | undefined {
  const [part] = word.parts;
  if (word.parts.length !== 1 || part?.kind !== 'parameter') return undefined;
  if (!part.quoted || part.operation !== null || part.subscript || part.indirect) return undefined;
  if (/^[1-9]$/.test(part.name)) return context.positional[Number(part.name) - 1];
  return /^[A-Za-z_]/.test(part.name) ? context.parameter(part.name) : undefined;
}

/** The value of an arithmetic expression; errors as the shell words them. */
export function expandArithmetic(
  word: Word,
  context: ExpansionContext,
): Result<bigint, ExpansionError> {
  return guarded(() => new Expander(context, false).number(word));
}

/** The key of `name[subscript]`: the text itself, or for an indexed array the value of an expression, from the end when negative. */
export function expandKey(
  name: string,
  subscript: Word,
  context: ExpansionContext,
): Result<string, ExpansionError> {
  return guarded(() => new Expander(context, false).keyOf(name, subscript));
}

/** Expands a word to a pattern for `matchesPattern`: quoted characters stand behind a backslash. */
export function expandPattern(
  word: Word,
  context: ExpansionContext,
): Result<string, ExpansionError> {
  return guarded(() => joined(new Expander(context, false).fields(word)).pattern);
}

function guarded<T>(expand: () => T): Result<T, ExpansionError> {
  try {
    return ok(expand());
  } catch (failure) {
    if (failure instanceof ExpansionFailure)
      return err({ text: failure.message, isUnset: failure.isUnset });
    throw failure;
  }
}
