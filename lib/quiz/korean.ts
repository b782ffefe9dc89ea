import { Recent } from '../kernel/recent';
import { err, ok, type Result } from '../kernel/result';

/** Lower-case word → how it is read in Korean, in Hangul: `nginx` → `엔진엑스`. */
export type Readings = ReadonlyMap<string, string>;

/** A word whose reading nobody has given. */
export interface MissingReading {
  readonly word: string;
  /** The particle that waits for it, as written: `은(는)`. */
  readonly particle: string;
}

const digitReadings = ['공', '일', '이', '삼', '사', '오', '육', '칠', '팔', '구'];

/** The names of the Latin letters in Korean. */
const letterReadings: Readonly<Record<string, string>> = {
  a: '에이',
  b: '비',
  c: '시',
  d: '디',
  e: '이',
  f: '에프',
  g: '지',
  h: '에이치',
  i: '아이',
  j: '제이',
  k: '케이',
  l: '엘',
  m: '엠',
  n: '엔',
  o: '오',
  p: '피',
  q: '큐',
  r: '아르',
  s: '에스',
  t: '티',
  u: '유',
  v: '브이',
  w: '더블유',
  x: '엑스',
  y: '와이',
  z: '제트',
};

const firstSyllable = 0xac00;
const lastSyllable = 0xd7a3;
const finalRieul = 8;

/**
 * The final consonant of a Hangul syllable: 0 for none, 8 for ㄹ (Unicode 15, chapter 3.12: a syllable is
 * 0xAC00 + (initial × 21 + vowel) × 28 + final). Null when the character is not a Hangul syllable.
 */
function finalOf(syllable: string): number | null {
  const code = syllable.charCodeAt(0);
  if (Number.isNaN(code) || code < firstSyllable || code > lastSyllable) return null;
  return (code - firstSyllable) % 28;
}

function finalOfReading(reading: string): number | null {
  return finalOf(reading.slice(-1));
}

/** The last word before a particle, without the quotes, backticks and closing bracket remarks that follow it. */
function wordBefore(text: string): string {
  let before = text.trimEnd();
  for (let changed = true; changed;) {
    const shorter = before.replace(/(?:[`'"’”」』*_]+|\s*\([^()]*\))$/, '');
    changed = shorter !== before && shorter !== '';
    if (changed) before = shorter;
  }
  return /[^\s`'"‘“「『(]*$/.exec(before)?.[0] ?? '';
}

/**
 * The final consonant with which a word is read aloud: 0 for none. Hangul by its last syllable, digits as they are read one
 * by one, single letters by their names, everything else from the readings: first the whole word, then its last piece
 * (`me/web` ends as `web` does). Null when nobody knows the reading.
 */
export function finalConsonant(word: string, readings: Readings): number | null {
  const whole = readings.get(word.toLowerCase());
  if (whole !== undefined) return finalOfReading(whole);
  const last = word.slice(-1);
  const hangul = finalOf(last);
  if (hangul !== null) return hangul;
  if (/\d/.test(last)) return finalOfReading(digitReadings[Number(last)] ?? '');
  const trimmed = word.replace(/[/:@._=-]+$/, '');
  const piece = trimmed.split(/[/:@._=-]/).at(-1) ?? '';
  const known = readings.get(piece.toLowerCase());
  if (known !== undefined) return finalOfReading(known);
  const tail = /[a-zA-Z]+$/.exec(piece)?.[0] ?? '';
  if (tail.length === 1) return finalOfReading(letterReadings[tail.toLowerCase()] ?? '');
  if (tail !== piece) {
    const reading = readings.get(tail.toLowerCase());
    if (reading !== undefined) return finalOfReading(reading);
  }
  return null;
}

/** Both forms of a particle: after a final consonant and after none. */
const pairs: readonly (readonly [string, string])[] = [
  ['은', '는'],
  ['이', '가'],
  ['을', '를'],
  ['과', '와'],
  ['아', '야'],
];

const particlePattern = new RegExp(
  [
    ...pairs.flatMap(([closed, open]) => [`${closed}\\(${open}\\)`, `${open}\\(${closed}\\)`]),
    '\\(으\\)(?=[가-힣])',
    '\\(이\\)(?=[가-힣])',
  ].join('|'),
  'g',
);

/** Texts with their particles resolved, by the readings: the variants of a template say the same again and again. */
const resolved = new WeakMap<Readings, Recent<Result<string, MissingReading>>>();

/**
 * Replaces every particle written with both forms, `은(는) 이(가) 을(를) 과(와) 아(야) (으)로 (이)라 …`, by the one that the word before
 * it asks for. Inline code and quotes before a particle are looked through; a remark in brackets is skipped.
 */
export function resolveParticles(text: string, readings: Readings): Result<string, MissingReading> {
  let known = resolved.get(readings);
  if (known === undefined) resolved.set(readings, (known = new Recent()));
  return known.get(text, () => resolveAll(text, readings));
}

function resolveAll(text: string, readings: Readings): Result<string, MissingReading> {
  let result = '';
  let from = 0;
  for (const match of text.matchAll(particlePattern)) {
    const particle = match[0];
    result += text.slice(from, match.index);
    from = match.index + particle.length;
    const word = wordBefore(result);
    const final = finalConsonant(word, readings);
    if (final === null) return err({ word, particle });
    result += chooseForm(particle, final, text.slice(from, from + 1));
  }
  return ok(result + text.slice(from));
}

function chooseForm(particle: string, final: number, next: string): string {
  if (particle === '(으)') {
    // 로 follows ㄹ directly: 서울로, 칠로.
    const dropped = final === 0 || (final === finalRieul && next === '로');
    return dropped ? '' : '으';
  }
  if (particle === '(이)') return final === 0 ? '' : '이';
  const pair = pairs.find(
    ([closed, open]) => particle === `${closed}(${open})` || particle === `${open}(${closed})`,
  );
  if (pair === undefined) return particle;
  return final === 0 ? pair[1] : pair[0];
}
