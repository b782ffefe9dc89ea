import { locales, type VariantKey, type VariantQuestion } from './types';

/** Ways to answer without knowing Docker. */
export const blindWays = ['first', 'last', 'longest', 'shortest', 'yes'] as const;
export type BlindWay = (typeof blindWays)[number];

/** How often a way to answer blindly is right: sums over variants. */
export interface BlindTally {
  readonly variants: number;
  /** The expected number of right answers by drawing lots. */
  readonly lots: number;
  readonly right: Readonly<Record<BlindWay, number>>;
}

export const noGuesses: BlindTally = {
  variants: 0,
  lots: 0,
  right: { first: 0, last: 0, longest: 0, shortest: 0, yes: 0 },
};

/** Adds a variant with options, in its better language for whoever guesses; other kinds cannot be guessed so. Equally long options share. `yes` counts in yes/no questions alone. */
export function withVariant(
  tally: BlindTally,
  question: VariantQuestion,
  key: VariantKey,
): BlindTally {
  const { control } = question;
  if (control.kind !== 'choice' && control.kind !== 'predict') return tally;
  if (key.kind !== control.kind) return tally;
  const { options } = control;
  const place = options.findIndex(({ id }) => id === key.option);
  const extreme = (pick: (...lengths: number[]) => number): number =>
    Math.max(
      ...locales.map((locale) => {
        const lengths = options.map(({ text }) => text[locale].length);
        const chosen = pick(...lengths);
        const equal = lengths.filter((length) => length === chosen).length;
        return lengths[place] === chosen ? 1 / equal : 0;
      }),
    );
  const saysYes = key.options.find(({ id }) => id === key.option)?.outcome === 'yes';
  const { right } = tally;
  return {
    variants: tally.variants + 1,
    lots: tally.lots + 1 / options.length,
    right: {
      first: right.first + (place === 0 ? 1 : 0),
      last: right.last + (place === options.length - 1 ? 1 : 0),
      longest: right.longest + extreme(Math.max),
      shortest: right.shortest + extreme(Math.min),
      yes: right.yes + (saysYes ? 1 : 0),
    },
  };
}

/** A way to answer blindly that pays over the whole bank. */
interface BlindTell {
  readonly way: BlindWay;
  /** Mean shares over templates, in [0, 1]. */
  readonly right: number;
  readonly lots: number;
}

/** How much better than lots a way must do, in standard errors and in share, before the bank gives itself away. */
const errors = 4;
const leastGain = 0.15;

/**
 * The blind ways that pay over a bank: right clearly more often than by drawing lots. Variants of one template resemble one another, so that a template counts as
 * one observation; its gain over lots is compared with its spread over templates. `yes` is asked of yes/no templates.
 */
export function blindTells(
  templates: readonly { readonly yesNo: boolean; readonly blind: BlindTally }[],
): readonly BlindTell[] {
  return blindWays.flatMap((way) => {
    const own = templates.filter(
      ({ yesNo, blind }) => blind.variants > 0 && (way !== 'yes' || yesNo),
    );
    if (own.length < 2) return [];
    const gains = own.map(({ blind }) => (blind.right[way] - blind.lots) / blind.variants);
    const mean = gains.reduce((sum, gain) => sum + gain, 0) / own.length;
    const variance = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0) / (own.length - 1);
    if (mean < leastGain || mean < errors * Math.sqrt(variance / own.length)) return [];
    const lots = own.reduce((sum, { blind }) => sum + blind.lots / blind.variants, 0) / own.length;
    return [{ way, right: lots + mean, lots }];
  });
}
