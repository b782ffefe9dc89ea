import { err, ok, type Result } from '../kernel/result';

/** A line with gaps: what stands between them, one piece more than there are gaps, and the gaps' names in order. */
export interface BlankLine {
  readonly pieces: readonly string[];
  readonly gaps: readonly string[];
}

/** The longest word that a gap takes. */
export const fillingLimit = 100;

/** `[name]` is a gap; `\[` a bracket as it stands. */
const gapPattern = /\\\[|\[([a-zA-Z][\w-]*)\]/g;

/** Reads a template's line. The names of the gaps are for its author alone: no learner sees them. */
export function readBlankLine(line: string): BlankLine {
  const pieces: string[] = [''];
  const gaps: string[] = [];
  const append = (text: string): void => {
    pieces.push(`${pieces.pop() ?? ''}${text}`);
  };
  let rest = 0;
  for (const match of line.matchAll(gapPattern)) {
    append(line.slice(rest, match.index));
    rest = match.index + match[0].length;
    if (match[1] === undefined) append('[');
    else {
      gaps.push(match[1]);
      pieces.push('');
    }
  }
  append(line.slice(rest));
  return { pieces, gaps };
}

/** The line with its gaps filled, in order. */
export function filledLine(pieces: readonly string[], fillings: readonly string[]): string {
  return pieces.map((piece, i) => `${piece}${fillings[i] ?? ''}`).join('');
}

/** A template's line with a filling by the gaps' names, parameters and all. */
export function lineWith(line: string, filling: Readonly<Record<string, string>>): string {
  const { pieces, gaps } = readBlankLine(line);
  return filledLine(
    pieces,
    gaps.map((gap) => filling[gap] ?? ''),
  );
}

/** Why a text cannot stand in a gap. */
export type FillingRefusal =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long'; readonly limit: number }
  | { readonly kind: 'sign'; readonly sign: string };

/**
 * A text as what stands in a gap: one word, so that a gap holds what the question asks for and not half a command. Neither white space nor a sign that
 * the shell reads as more than itself (quotes, `\`, `$`, `;`, `&`, `|`, `<`, `>`, `(`, `)`, `` ` ``) may be in it. Returned trimmed.
 */
export function readFilling(text: string): Result<string, FillingRefusal> {
  const word = text.trim();
  if (word === '') return err({ kind: 'empty' });
  if (word.length > fillingLimit) return err({ kind: 'too-long', limit: fillingLimit });
  const sign = /[\s\0'"`\\$;&|<>()]/.exec(word)?.[0];
  return sign === undefined ? ok(word) : err({ kind: 'sign', sign });
}
