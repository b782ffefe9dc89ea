import { nearlyAlways, standsOut } from './find-tells';
import { locales, type Locale, type VariantKey, type VariantQuestion } from './types';

/** Which statements hold in one variant, by their places as written, from 0. */
export type Holding = readonly number[];

/** What can be learned by heart about a template's statements instead of Docker. */
export type SetTell =
  /** Fewer than two statements hold in some variants and not in others. */
  | { readonly kind: 'fixed'; readonly varying: number }
  /** Always equally many hold. */
  | { readonly kind: 'count'; readonly holding: number };

/** So many statements must hold in some variants and not in others. */
const leastVarying = 2;

/**
 * The tells of a question of several statements over its variants: statements whose truth never changes, and always the same number of true ones. Nothing can be said
 * of fewer than two variants.
 */
export function findSetTells(variants: readonly Holding[], statements: number): readonly SetTell[] {
  const [first] = variants;
  if (first === undefined || variants.length < 2) return [];
  const varying = Array.from({ length: statements }, (_, statement) =>
    variants.some((holding) => holding.includes(statement) !== first.includes(statement)),
  ).filter((varies) => varies).length;
  const sameCount = variants.every(({ length }) => length === first.length);
  return [
    ...(varying < leastVarying ? [{ kind: 'fixed', varying } as const] : []),
    ...(sameCount ? [{ kind: 'count', holding: first.length } as const] : []),
  ];
}

/** Reads an outcome of statements (`1+3`, `none`) back. */
export function readHolding(outcome: string): Holding {
  return outcome === 'none' ? [] : outcome.split('+').map((number) => Number(number) - 1);
}

/** The statements of one variant as somebody sees them who looks only at how long they are. */
export interface JudgedLengths {
  readonly holds: readonly boolean[];
  readonly lengths: Readonly<Record<Locale, readonly number[]>>;
}

/** Truth and length of a variant's statements; null for the other kinds. */
export function judgedLengths(question: VariantQuestion, key: VariantKey): JudgedLengths | null {
  const { control } = question;
  if (control.kind !== 'several' || key.kind !== 'several') return null;
  const holding = new Set(key.holding);
  const lengthsIn = (locale: Locale): number[] =>
    control.statements.map(({ text }) => text[locale].length);
  return {
    holds: control.statements.map(({ id }) => holding.has(id)),
    lengths: { ko: lengthsIn('ko'), en: lengthsIn('en') },
  };
}

/** A length that tells the truth of statements: those that are by far the longest, or the shortest, nearly always hold, or nearly never. */
interface LengthTell {
  readonly locale: Locale;
  readonly which: 'longest' | 'shortest';
  readonly holds: boolean;
  /** In which share of the variants. */
  readonly share: number;
}

/**
 * The few statements, at most half of them, that are by far the longest (or the shortest) of all: the smallest such group, by their places; none where lengths are alike. Statements
 * stand out as options do: half as long again and eight characters.
 */
function standingOut(lengths: readonly number[], which: LengthTell['which']): readonly number[] {
  const sorted = lengths
    .map((length, place) => ({ length, place }))
    .sort((a, b) => (which === 'longest' ? b.length - a.length : a.length - b.length));
  for (let size = 1; size <= sorted.length / 2; size++) {
    const last = sorted[size - 1]?.length ?? 0;
    const next = sorted[size]?.length ?? 0;
    if (standsOut(Math.max(last, next), Math.min(last, next)))
      return sorted.slice(0, size).map(({ place }) => place);
  }
  return [];
}

/** The lengths that tell the truth of statements in nine of ten variants or more, in each language by itself. */
export function findLengthTells(variants: readonly JudgedLengths[]): readonly LengthTell[] {
  const ways = (['longest', 'shortest'] as const).flatMap((which) =>
    [true, false].map((holds) => ({ which, holds })),
  );
  return locales.flatMap((locale) =>
    ways.flatMap(({ which, holds }): LengthTell[] => {
      const told = variants.filter((variant) => {
        const group = standingOut(variant.lengths[locale], which);
        return group.length > 0 && group.every((place) => variant.holds[place] === holds);
      });
      const share = variants.length === 0 ? 0 : told.length / variants.length;
      return share >= nearlyAlways ? [{ locale, which, holds, share }] : [];
    }),
  );
}
