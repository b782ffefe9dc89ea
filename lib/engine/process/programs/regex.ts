import { own } from '../../../kernel/own';
/** The most that a pattern or a line may be long to be matched: no input may take for ever. */
const MOST_PATTERN = 200;
export const MOST_LINE = 2_000;

/**
 * A POSIX pattern as a RegExp: basic (`grep`, `sed`: `\(`, `\|`, `\+` are special) or extended (`-E`). null when it is not one, or when it repeats what is
 * repeated already, which could take for ever.
 */
export function posixPattern(pattern: string, extended: boolean, flags = ''): RegExp | null {
  if (pattern.length > MOST_PATTERN) return null;
  let source = '';
  for (let i = 0; i < pattern.length; i++) {
    const letter = pattern[i] ?? '';
    if (letter === '[') {
      const end = pattern.indexOf(']', i + (pattern[i + 1] === '^' ? 3 : 2));
      if (end < 0) return null;
      source += bracket(pattern.slice(i + 1, end));
      i = end;
    } else if (letter === '\\') {
      const next = pattern[++i] ?? '\\';
      if (!extended && '(){}|+?'.includes(next)) source += next;
      else if (/[1-9bBwWsS<>]/.test(next))
        source += next === '<' || next === '>' ? '\\b' : `\\${next}`;
      else source += /[A-Za-z]/.test(next) ? next : `\\${next}`;
    } else if (!extended && '(){}|+?'.includes(letter)) source += `\\${letter}`;
    else if (letter === '*' && (source === '' || /(^|\()$|\|$|\($/.test(source))) source += '\\*';
    else source += letter === '/' ? '\\/' : letter;
  }
  if (/[*+}]\)[*+{]/.test(source)) return null;
  try {
    return new RegExp(source, flags);
  } catch (failure) {
    if (failure instanceof SyntaxError) return null;
    throw failure;
  }
}

const CLASSES: Readonly<Record<string, string>> = {
  alpha: 'A-Za-z',
  digit: '0-9',
  alnum: 'A-Za-z0-9',
  upper: 'A-Z',
  lower: 'a-z',
  space: '\\s',
  punct: '!-\\/:-@\\[-`{-~',
  xdigit: '0-9A-Fa-f',
  blank: ' \\t',
};

function bracket(inner: string): string {
  const named = inner
    .replace(/\\/g, '\\\\')
    .replace(/\[:(\w+):\]?/g, (_, name: string) => own(CLASSES, name) ?? '');
  return `[${named}]`;
}
