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
