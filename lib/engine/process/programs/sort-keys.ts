import { seededRandom } from '../../../kernel/random';

/** How texts are compared, by option letters: `n` numbers, `g` floating-point numbers, `h` with units, `V` versions, `M` months, `R` in no order. */
export interface Ordering {
  readonly letters: string;
  /** What `R` draws its order from. */
  readonly nonce: string;
}

/** A part of a line: from a field and a letter in it to another; all counted from 0. */
export interface Key {
  readonly from: { readonly field: number; readonly letter: number; readonly skips: boolean };
  /** Null: to the end of the line. `letter` 0: the whole field. */
  readonly to: { readonly field: number; readonly letter: number; readonly skips: boolean } | null;
  readonly ordering: Ordering;
  readonly reversed: boolean;
}

function isBlank(line: string, at: number): boolean {
  return line[at] === ' ' || line[at] === '\t';
}

/** Behind so many fields; a field begins with the blanks in front of it where no separator is given. */
function behindFields(
  line: string,
  fields: number,
  separator: string | null,
  keeps: boolean,
): number {
  let at = 0;
  for (let left = fields; left > 0 && at < line.length; left--) {
    if (separator === null) {
      while (isBlank(line, at)) at++;
      while (at < line.length && !isBlank(line, at)) at++;
    } else {
      while (at < line.length && line[at] !== separator) at++;
      if (at < line.length && !(keeps && left === 1)) at++;
    }
  }
  return at;
}

/** The text of a key in a line (coreutils sort.c, `begfield` and `limfield`). */
export function textOfKey(line: string, { from, to }: Key, separator: string | null): string {
  let start = behindFields(line, from.field, separator, false);
  if (from.skips) while (isBlank(line, start)) start++;
  start = Math.min(line.length, start + from.letter);
  if (to === null) return line.slice(start);
  if (to.letter === 0) return line.slice(start, behindFields(line, to.field + 1, separator, true));
  let end = behindFields(line, to.field, separator, false);
  if (to.skips) while (isBlank(line, end)) end++;
  return line.slice(start, Math.min(line.length, end + to.letter));
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const UNITS = 'KMGTPEZY';

function leadingNumber(text: string): number {
  return Number(/^\s*(-?\d*\.?\d*)/.exec(text)?.[1]) || 0;
}

/** With a unit the unit decides before the number does. */
function withUnit(text: string): readonly [number, number] {
  const value = leadingNumber(text);
  const letter = /^\s*-?[\d.]*([KkMGTPEZY])/.exec(text)?.[1]?.toUpperCase();
  const unit = letter === undefined ? 0 : UNITS.indexOf(letter) + 1;
  return [Math.sign(value) * unit, value];
}

/** What is no number comes first. */
function general(text: string): number {
  const value = Number.parseFloat(text);
  return Number.isNaN(value) ? -Infinity : value;
}

/** The place of a letter in a version: `~` before the end, letters before other signs (gnulib filevercmp.c). */
function rank(letter: string | undefined): number {
  if (letter === undefined || /\d/.test(letter)) return 0;
  if (letter === '~') return -1;
  return /[A-Za-z]/.test(letter) ? letter.charCodeAt(0) : letter.charCodeAt(0) + 256;
}

/** By the numbers in them: `v1.9` before `v1.10`. */
export function byVersion(one: string, other: string): number {
  let i = 0;
  let j = 0;
  while (i < one.length || j < other.length) {
    while (
      (i < one.length && !/\d/.test(one[i] ?? '')) ||
      (j < other.length && !/\d/.test(other[j] ?? ''))
    ) {
      const difference = rank(one[i]) - rank(other[j]);
      if (difference !== 0) return difference;
      i++;
      j++;
    }
    const left = /^\d*/.exec(one.slice(i))?.[0] ?? '';
    const right = /^\d*/.exec(other.slice(j))?.[0] ?? '';
    const difference = Number(left) - Number(right);
    if (difference !== 0) return difference;
    i += left.length;
    j += right.length;
  }
  return 0;
}

/** By their bytes. */
export function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The letters that count: `d` blanks, letters and digits only, `i` what can be printed, `f` small ones as capitals. */
function counting(text: string, letters: string): string {
  let left = text;
  if (letters.includes('d')) left = left.replace(/[^ \tA-Za-z0-9]/g, '');
  if (letters.includes('i')) left = left.replace(/[^ -~]/g, '');
  return letters.includes('f') ? left.toUpperCase() : left;
}

/** Compares two texts in an ordering; 0: they are equal in it. */
export function compareIn({ letters, nonce }: Ordering, one: string, other: string): number {
  if (letters.includes('n')) return leadingNumber(one) - leadingNumber(other);
  if (letters.includes('h')) {
    const [left, right] = [withUnit(one), withUnit(other)];
    return left[0] - right[0] || left[1] - right[1];
  }
  if (letters.includes('g')) {
    const [left, right] = [general(one), general(other)];
    return left < right ? -1 : left > right ? 1 : 0;
  }
  if (letters.includes('M')) {
    const month = (text: string): number =>
      MONTHS.indexOf(text.trimStart().slice(0, 3).toUpperCase());
    return month(one) - month(other);
  }
  const [left, right] = [counting(one, letters), counting(other, letters)];
  if (letters.includes('V')) return byVersion(left, right) || byText(left, right);
  if (letters.includes('R')) {
    const drawn = (text: string): string => seededRandom(`${nonce}/${text}`).hex(16);
    return byText(drawn(left), drawn(right)) || byText(left, right);
  }
  return byText(left, right);
}
