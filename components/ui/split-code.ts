/** A piece of a sentence: plain words, or inline code. */
export interface Piece {
  readonly code: boolean;
  readonly text: string;
}

/**
 * Splits a sentence at its backticks: "run `docker ps` now" is three pieces. A backtick without a partner stays as
 * written. Double backticks hold code with a backtick in it, as in Markdown. Nothing else has a meaning.
 */
export function splitCode(sentence: string): Piece[] {
  const pieces: Piece[] = [];
  let rest = 0;
  for (const match of sentence.matchAll(/(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)/gs)) {
    if (match.index > rest) pieces.push({ code: false, text: sentence.slice(rest, match.index) });
    pieces.push({ code: true, text: (match[2] ?? '').trim() });
    rest = match.index + match[0].length;
  }
  if (rest < sentence.length) pieces.push({ code: false, text: sentence.slice(rest) });
  return pieces;
}
