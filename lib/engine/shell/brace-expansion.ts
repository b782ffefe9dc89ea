import type { Word, WordPart } from './ast';

/** A character of a word that may be a part of a brace expression, or a piece that is none. */
type Piece = string | WordPart;

const SEQUENCE = /^(?:(-?\d{1,15})\.\.(-?\d{1,15})|([A-Za-z])\.\.([A-Za-z]))(?:\.\.(-?\d{1,15}))?$/;

/** Too many words; `count` where it is known, as it is for a sequence. */
export class BraceOverflow extends Error {
  constructor(readonly count: number) {
    super(`${count} words`);
  }
}

/**
 * The words that bash makes of `a{b,c}` and `{1..5}` (bash, Brace Expansion), in its order. What is quoted or expanded has no part in it.
 * @throws BraceOverflow when they would be more than `most`
 */
export function expandBraces({ parts }: Word, most: number): readonly Word[] {
  const pieces = parts.flatMap((part): Piece[] =>
    part.kind === 'text' && !part.quoted ? [...part.text] : [part],
  );
  if (pieces.length > LONGEST) return [{ parts }];
  return expand(pieces, most, 0).map(wordOf);
}

/** Groups deeper than this, or more of them in one word, stay as they are; so does a word with more characters. */
const DEEPEST = 50;
const LONGEST = 5_000;

function expand(pieces: readonly Piece[], most: number, depth: number): Piece[][] {
  if (depth > DEEPEST) return [[...pieces]];
  for (let open = 0; open < pieces.length; open++) {
    if (pieces[open] !== '{') continue;
    const group = groupAt(pieces, open);
    const middles = group === null ? null : alternatives(pieces, open, group, most, depth);
    if (group === null || middles === null) continue;
    const head = pieces.slice(0, open);
    const tails = expand(pieces.slice(group.end + 1), most, depth + 1);
    if (middles.length * tails.length > most)
      throw new BraceOverflow(middles.length * tails.length);
    return middles.flatMap((middle) => tails.map((tail) => [...head, ...middle, ...tail]));
  }
  return [[...pieces]];
}

interface Group {
  readonly end: number;
  /** Where its commas stand. */
  readonly commas: readonly number[];
}

/** The group whose `{` stands at a place. */
function groupAt(pieces: readonly Piece[], open: number): Group | null {
  const commas: number[] = [];
  let depth = 0;
  for (let at = open; at < pieces.length; at++) {
    const piece = pieces[at];
    if (piece === '{') depth += 1;
    else if (piece === ',' && depth === 1) commas.push(at);
    else if (piece === '}' && --depth === 0) return { end: at, commas };
  }
  return null;
}

/** What stands in a group's place; null when it is text like any other. */
function alternatives(
  pieces: readonly Piece[],
  open: number,
  { end, commas }: Group,
  most: number,
  depth: number,
): Piece[][] | null {
  if (commas.length === 0) return sequence(pieces.slice(open + 1, end), most);
  const found: Piece[][] = [];
  let from = open + 1;
  for (const to of [...commas, end]) {
    for (const piece of expand(pieces.slice(from, to), most, depth + 1)) found.push(piece);
    if (found.length > most) throw new BraceOverflow(found.length);
    from = to + 1;
  }
  return found;
}

/** `1..5`, `a..e..2` */
function sequence(pieces: readonly Piece[], most: number): Piece[][] | null {
  const text = pieces.map((piece) => (typeof piece === 'string' ? piece : '\0')).join('');
  const [, low, high, first, last, step] = SEQUENCE.exec(text) ?? [];
  const from = Number(low ?? first?.charCodeAt(0) ?? Number.NaN);
  const to = Number(high ?? last?.charCodeAt(0) ?? Number.NaN);
  if (Number.isNaN(from) || Number.isNaN(to)) return null;
  const by = Math.abs(Number(step ?? '1')) || 1;
  const count = Math.floor(Math.abs(to - from) / by) + 1;
  if (count > most) throw new BraceOverflow(count);
  const padded = [low, high].some((end) => /^-?0\d/.test(end ?? ''));
  const width = padded ? Math.max(low?.length ?? 0, high?.length ?? 0) : 0;
  return Array.from({ length: count }, (_, index) => {
    const value = from + (to < from ? -by : by) * index;
    return [low === undefined ? String.fromCharCode(value) : withWidth(value, width)];
  });
}

function withWidth(value: number, width: number): string {
  const digits = String(Math.abs(value));
  return value < 0 ? `-${digits.padStart(width - 1, '0')}` : digits.padStart(width, '0');
}

function wordOf(pieces: readonly Piece[]): Word {
  const parts: WordPart[] = [];
  for (const piece of pieces) {
    const last = parts.at(-1);
    if (typeof piece !== 'string') parts.push(piece);
    else if (last?.kind === 'text' && !last.quoted)
      parts[parts.length - 1] = { ...last, text: last.text + piece };
    else parts.push({ kind: 'text', text: piece, quoted: false });
  }
  return { parts };
}

/** Does an unquoted `{` stand in a word, and a `,` or `..`? */
export function mayHoldBraces(parts: readonly WordPart[]): boolean {
  let open = false;
  for (const part of parts) {
    if (part.kind !== 'text' || part.quoted) continue;
    open ||= part.text.includes('{');
    if (open && /,|\.\./.test(part.text)) return true;
  }
  return false;
}
