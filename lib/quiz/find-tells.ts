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

/** How much longer an option must be to stand out: half as long again and eight characters. */
function standsOut(longer: number, shorter: number): boolean {
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

/** The key stands out in length "nearly always" from this share of the variants on. */
const nearlyAlways = 0.9;

/**
 * The tells of a template over many variants. Position: the key stands somewhere so often that chance would do it less than once in a million
 * (five standard deviations of a binomial). Length: it stands out in at least nine of ten variants.
 */
export function findTells(silhouettes: readonly Silhouette[]): readonly Tell[] {
  const n = silhouettes.length;
  if (n === 0) return [];
  const tells: Tell[] = [];
  const most = Math.max(...silhouettes.map(({ options }) => options));
  for (let position = 0; position < most; position++) {
    const expected = silhouettes.reduce(
      (sum, { options }) => sum + (position < options ? 1 / options : 0),
      0,
    );
    const variance = silhouettes.reduce(
      (sum, { options }) => sum + (position < options ? (1 / options) * (1 - 1 / options) : 0),
      0,
    );
    const found = silhouettes.filter(({ keyPosition }) => keyPosition === position).length;
    if (Math.abs(found - expected) > 5 * Math.sqrt(variance) + 1) {
      tells.push({ kind: 'position', share: found / n });
    }
  }
  const longer = silhouettes.filter(({ keyIsMuchLonger }) => keyIsMuchLonger).length / n;
  const shorter = silhouettes.filter(({ keyIsMuchShorter }) => keyIsMuchShorter).length / n;
  if (longer >= nearlyAlways) tells.push({ kind: 'longest', share: longer });
  if (shorter >= nearlyAlways) tells.push({ kind: 'shortest', share: shorter });
  return tells;
}
