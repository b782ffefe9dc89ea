import { stop } from './fact-problem';

/** A piece of a fact's text; `end` is the offset behind it. */
export type Token =
  | {
      readonly kind: 'word' | 'text';
      readonly text: string;
      readonly at: number;
      readonly end: number;
    }
  | { readonly kind: 'sign'; readonly text: string; readonly at: number; readonly end: number };

/** Cuts a fact into words, quoted texts and signs. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  const pattern =
    /\s*(?:("[^"]*")|((?:[^\s(),"=!<>]|<[a-zA-Z][\w-]*>)+)|(==|!=|>=|<=|>|<|\(|\)|,))/y;
  const trimmed = text.trimEnd();
  while (pattern.lastIndex < trimmed.length) {
    const from = pattern.lastIndex;
    const match = pattern.exec(trimmed);
    if (match === null) {
      const at = from + (/\S/.exec(trimmed.slice(from))?.index ?? 0);
      const character = trimmed[at] ?? '';
      if (character === '=') stop(at, 'a single `=` means nothing here', 'compare with `==`');
      if (character === '"') stop(at, 'a quote is opened and never closed', 'close it with `"`');
      stop(at, `\`${character}\` means nothing here`, 'for "not" write `not`, for inequality `!=`');
    }
    const end = pattern.lastIndex;
    const [, quoted, word, sign] = match;
    if (quoted !== undefined) {
      tokens.push({ kind: 'text', text: quoted.slice(1, -1), at: end - quoted.length, end });
    } else if (sign !== undefined) {
      tokens.push({ kind: 'sign', text: sign, at: end - sign.length, end });
    } else if (word !== undefined) {
      tokens.push({ kind: 'word', text: word, at: end - word.length, end });
    }
  }
  return tokens;
}
