import { err, ok, type Result } from '../../../kernel/result';

/** Go's strconv: Quote and Unquote. */

const ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
};
const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries(ESCAPES)
    .filter(([letter]) => /[a-z]/.test(letter))
    .map(([letter, character]) => [character, letter]),
);

/** The text in double quotes, as `%q` prints it: control characters escaped, printable Unicode kept. */
export function goQuote(text: string): string {
  return `"${[...text].map((character) => escaped(character, '"')).join('')}"`;
}

/** One character in single quotes, as `%q` prints a number. */
export function goQuoteCharacter(point: number): string {
  const valid = point >= 0 && point <= 0x10ffff;
  return `'${escaped(valid ? String.fromCodePoint(point) : '\ufffd', "'")}'`;
}

function escaped(character: string, quote: string): string {
  if (character === quote || character === '\\') return `\\${character}`;
  const letter = LETTERS.get(character);
  if (letter !== undefined) return `\\${letter}`;
  const point = character.codePointAt(0) ?? 0;
  if (/^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u.test(character)) return character;
  if (point < 0x80) return `\\x${point.toString(16).padStart(2, '0')}`;
  if (point < 0x10000) return `\\u${point.toString(16).padStart(4, '0')}`;
  return `\\U${point.toString(16).padStart(8, '0')}`;
}

/** The value of a Go string or character literal with its quotes. */
export function goUnquote(literal: string): Result<string, string> {
  const body = literal.slice(1, -1);
  if (literal.startsWith('`')) return ok(body.replaceAll('\r', ''));
  let text = '';
  for (let at = 0; at < body.length; at++) {
    if (body[at] !== '\\') {
      text += body[at] ?? '';
      continue;
    }
    const escape = /^(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3}))/.exec(
      body.slice(at + 1, at + 10),
    );
    if (escape) {
      const hex = escape[1] ?? escape[2] ?? escape[3];
      const point = hex === undefined ? parseInt(escape[4] ?? '', 8) : parseInt(hex, 16);
      if (point > 0x10ffff || (escape[4] !== undefined && point > 255))
        return err('invalid syntax');
      text += String.fromCodePoint(point);
      at += escape[0].length;
      continue;
    }
    at += 1;
    const letter = body[at] ?? '';
    const wrongQuote = (letter === "'" || letter === '"') && letter !== literal[0];
    const character = Object.hasOwn(ESCAPES, letter) && !wrongQuote ? ESCAPES[letter] : undefined;
    if (character === undefined) return err('invalid syntax');
    text += character;
  }
  return ok(text);
}
