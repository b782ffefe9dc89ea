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
      const set = bracket(pattern, i);
      if (set === null) return null;
      source += set.source;
      i = set.end;
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
  space: ' \\t\\n\\v\\f\\r',
  punct: '!-\\/:-@\\[-`{-~',
  xdigit: '0-9A-Fa-f',
  blank: ' \\t',
  cntrl: '\\x00-\\x1f\\x7f',
  graph: '!-~',
  print: ' -~',
};

/**
 * The bracket expression that begins at `from`, and where its `]` stands (POSIX 9.3.5: a `]` that comes first is a member, `\` is a letter like any other, `[:alpha:]` is a class, `[=a=]`
 * and `[.a.]` are one letter). null when it has no end or names no class.
 */
function bracket(pattern: string, from: number): { source: string; end: number } | null {
  let at = from + 1;
  let source = '[';
  if (pattern[at] === '^') {
    source += '^';
    at++;
  }
  for (const first = at; at < pattern.length; at++) {
    const letter = pattern[at] ?? '';
    if (letter === ']' && at > first) return { source: `${source}]`, end: at };
    const kind = letter === '[' ? (pattern[at + 1] ?? '') : '';
    if (kind !== '' && ':=.'.includes(kind)) {
      const end = pattern.indexOf(`${kind}]`, at + 2);
      if (end < 0) return null;
      const name = pattern.slice(at + 2, end);
      const members = kind === ':' ? own(CLASSES, name) : name.length === 1 ? escaped(name) : null;
      if (!members) return null;
      source += members;
      at = end + 1;
    } else source += escaped(letter);
  }
  return null;
}

/** A member of a set as RegExp spells it; `-` keeps its meaning. */
function escaped(letter: string): string {
  return '\\]^['.includes(letter) ? `\\${letter}` : letter;
}
