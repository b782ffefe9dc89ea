import { locales, type VariantKey, type VariantQuestion } from './types';

/** What gives the key away without knowing Docker. */
export interface Tell {
  readonly kind: 'position' | 'longest' | 'shortest';
  /** In which share of the variants. */
  readonly share: number;
}

/** One variant as somebody sees it who looks only at where options stand and how long they are. */
export interface Silhouette {
  readonly options: number;
  readonly keyPosition: number;
  readonly keyIsMuchLonger: boolean;
  readonly keyIsMuchShorter: boolean;
}

/** How much longer an option or a statement must be to stand out: half as long again and eight characters. */
export function standsOut(longer: number, shorter: number): boolean {
  return longer >= shorter * 1.5 && longer - shorter >= 8;
}

/** The silhouette of a question with options; null for the other kinds. */
export function silhouetteOf(question: VariantQuestion, key: VariantKey): Silhouette | null {
  const { control } = question;
  if (control.kind !== 'choice' && control.kind !== 'predict') return null;
  if (key.kind !== control.kind) return null;
  const keyPosition = control.options.findIndex(({ id }) => id === key.option);
  const inSomeLanguage = (
    test: (keyLength: number, others: readonly number[]) => boolean,
  ): boolean =>
    locales.some((locale) => {
      const lengths = control.options.map(({ text }) => text[locale].length);
      const others = lengths.filter((_, i) => i !== keyPosition);
      return test(lengths[keyPosition] ?? 0, others);
    });
  return {
    options: control.options.length,
    keyPosition,
    keyIsMuchLonger: inSomeLanguage((length, others) => standsOut(length, Math.max(...others))),
    keyIsMuchShorter: inSomeLanguage((length, others) => standsOut(Math.min(...others), length)),
  };
}

/** A length tells the answer "nearly always" from this share of the variants on. */
export const nearlyAlways = 0.9;

/**
 * The tells of a template over many variants. Position: variants with equally many options are compared with equal frequencies by Pearson's chi-square; a sum that chance exceeds less than
 * once in a million is a tell. (For every position by itself: of a few expected keys a normal bound is too strict, of many positions too lax.) Length: the key stands out in at least nine of ten variants.
 */
export function findTells(silhouettes: readonly Silhouette[]): readonly Tell[] {
  const n = silhouettes.length;
  if (n === 0) return [];
  const tells: Tell[] = [];
  const { statistic, freedom } = positionStatistic(silhouettes);
  if (freedom > 0 && statistic > chiSquareLimit(freedom)) {
    const counts = new Map<number, number>();
    for (const { keyPosition } of silhouettes)
      counts.set(keyPosition, (counts.get(keyPosition) ?? 0) + 1);
    tells.push({ kind: 'position', share: Math.max(...counts.values()) / n });
  }
  const longer = silhouettes.filter(({ keyIsMuchLonger }) => keyIsMuchLonger).length / n;
  const shorter = silhouettes.filter(({ keyIsMuchShorter }) => keyIsMuchShorter).length / n;
  if (longer >= nearlyAlways) tells.push({ kind: 'longest', share: longer });
  if (shorter >= nearlyAlways) tells.push({ kind: 'shortest', share: shorter });
  return tells;
}

/** Too few variants expected at a position make the chi-square distribution a bad approximation (Cochran 1954). */
const fewestExpected = 5;

/** The chi-square statistic of key positions against equal frequencies, summed over the numbers of options that occur often enough. */
function positionStatistic(silhouettes: readonly Silhouette[]): {
  readonly statistic: number;
  readonly freedom: number;
} {
  let statistic = 0;
  let freedom = 0;
  for (const options of new Set(silhouettes.map((each) => each.options))) {
    const alike = silhouettes.filter((each) => each.options === options);
    const expected = alike.length / options;
    if (options < 2 || expected < fewestExpected) continue;
    for (let position = 0; position < options; position++) {
      const found = alike.filter(({ keyPosition }) => keyPosition === position).length;
      statistic += (found - expected) ** 2 / expected;
    }
    freedom += options - 1;
  }
  return { statistic, freedom };
}

/** The 0.999999 quantile of the standard normal distribution. */
const onceInAMillion = 4.753;

/** What a chi-square variable exceeds once in a million or, of few degrees of freedom, more rarely: Wilson and Hilferty's cube (1931) is on the safe side there. */
export function chiSquareLimit(freedom: number): number {
  const ninth = 2 / (9 * freedom);
  return freedom * (1 - ninth + onceInAMillion * Math.sqrt(ninth)) ** 3;
}
