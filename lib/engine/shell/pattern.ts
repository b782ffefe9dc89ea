import { own } from '../../kernel/own';

/** Shell patterns: `*`, `?`, `[a-z]`, `[!a-z]`, and a backslash before a character that stands for itself. */

/** Puts a backslash before every character that a pattern could read as its own. */
export function escapePattern(text: string): string {
  return text.replace(/[*?[\]\\!^()|-]/g, '\\$&');
}

type Atom =
  { readonly kind: 'any-run' } | { readonly kind: 'one'; matches(character: string): boolean };

function atoms(pattern: string): Atom[] {
  const list: Atom[] = [];
  const characters = [...pattern];
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] ?? '';
    const set = character === '[' ? readSet(characters, at) : null;
    if (set !== null) {
      list.push(set.atom);
      at = set.end;
    } else if (character === '*') {
      if (list.at(-1)?.kind !== 'any-run') list.push({ kind: 'any-run' });
    } else if (character === '?') list.push({ kind: 'one', matches: () => true });
    else {
      if (character === '\\' && at + 1 < characters.length) at += 1;
      const literal = characters[at] ?? '';
      list.push({ kind: 'one', matches: (other) => other === literal });
    }
  }
  return list;
}

/** `[…]` from its bracket on; null when it never closes and so is an ordinary character. */
function readSet(characters: readonly string[], start: number): { atom: Atom; end: number } | null {
  let at = start + 1;
  const negated = characters[at] === '!' || characters[at] === '^';
  if (negated) at += 1;
  const ranges: [string, string][] = [];
  const classes: RegExp[] = [];
  for (let first = true; at < characters.length; first = false, at++) {
    let character = characters[at] ?? '';
    if (character === ']' && !first) {
      const matches = (other: string): boolean =>
        (ranges.some(([low, high]) => low <= other && other <= high) ||
          classes.some((named) => named.test(other))) !== negated;
      return { atom: { kind: 'one', matches }, end: at };
    }
    const named =
      character === '[' && characters[at + 1] === ':' ? namedClass(characters, at) : null;
    if (named !== null) {
      classes.push(named.letters);
      at = named.end;
      continue;
    }
    if (character === '\\') character = characters[++at] ?? '';
    const high = characters[at + 2];
    if (characters[at + 1] === '-' && high !== undefined && high !== ']') {
      ranges.push([character, high]);
      at += 2;
    } else ranges.push([character, character]);
  }
  return null;
}

const CLASSES: Readonly<Record<string, RegExp>> = {
  alpha: /[A-Za-z]/,
  digit: /[0-9]/,
  alnum: /[A-Za-z0-9]/,
  upper: /[A-Z]/,
  lower: /[a-z]/,
  space: /\s/,
  blank: /[ \t]/,
  punct: /[!-/:-@[-`{-~]/,
  xdigit: /[0-9A-Fa-f]/,
};

/** `[:alpha:]` within square brackets. */
function namedClass(
  characters: readonly string[],
  at: number,
): { readonly letters: RegExp; readonly end: number } | null {
  const name = /^\[:([a-z]+):\]/.exec(characters.slice(at, at + 12).join(''))?.[1] ?? '';
  const letters = own(CLASSES, name);
  return letters === undefined ? null : { letters, end: at + name.length + 3 };
}

/** True when the whole text matches. Work is at most pattern length times text length. */
export function matchesPattern(text: string, pattern: string): boolean {
  return matchesAtoms([...text], atoms(pattern));
}

function matchesAtoms(text: readonly string[], list: readonly Atom[]): boolean {
  let at = 0;
  let index = 0;
  let retryAtom = -1;
  let retryText = 0;
  while (at < text.length) {
    const atom = list[index];
    if (atom?.kind === 'any-run') {
      retryAtom = ++index;
      retryText = at;
    } else if (atom?.matches(text[at] ?? '') === true) {
      at += 1;
      index += 1;
    } else if (retryAtom >= 0) {
      index = retryAtom;
      at = ++retryText;
    } else return false;
  }
  while (list[index]?.kind === 'any-run') index += 1;
  return index === list.length;
}

/** `${x#p}`, `${x##p}`, `${x%p}`, `${x%%p}`: the text without the shortest or longest matching end. */
export function trimPattern(
  text: string,
  pattern: string,
  side: 'prefix' | 'suffix',
  longest: boolean,
): string {
  const characters = [...text];
  const list = atoms(pattern);
  for (let step = 0; step <= characters.length; step++) {
    const length = longest ? characters.length - step : step;
    const cut = side === 'prefix' ? length : characters.length - length;
    const [head, tail] = [characters.slice(0, cut), characters.slice(cut)];
    if (matchesAtoms(side === 'prefix' ? head : tail, list)) {
      return (side === 'prefix' ? tail : head).join('');
    }
  }
  return text;
}

/** `${x/p/r}`, `${x//p/r}`: the first or every longest match replaced; work is bounded by the square of the text's length. */
export function replacePattern(
  text: string,
  pattern: string,
  replacement: string,
  all: boolean,
): string {
  const list = atoms(pattern);
  if (list.length === 0) return text;
  const characters = [...text];
  let result = '';
  for (let at = 0; at < characters.length;) {
    const end = longestMatch(characters, at, list);
    if (end < 0) result += characters[at++] ?? '';
    else {
      result += replacement;
      at = end;
      if (!all) return result + characters.slice(at).join('');
    }
  }
  return result;
}

/** Where the longest match that begins here ends; -1 when none does. An empty match is none. */
function longestMatch(characters: readonly string[], at: number, list: readonly Atom[]): number {
  if (list.every(({ kind }) => kind === 'one')) {
    const end = at + list.length;
    return end <= characters.length && matchesAtoms(characters.slice(at, end), list) ? end : -1;
  }
  for (let end = characters.length; end > at; end--)
    if (matchesAtoms(characters.slice(at, end), list)) return end;
  return -1;
}
