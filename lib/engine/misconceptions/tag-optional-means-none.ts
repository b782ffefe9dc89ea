import type { Misconception } from './misconception';

/** A name without a tag has none. */
export const tagOptionalMeansNone: Misconception<'tag-optional-means-none'> = {
  id: 'tag-optional-means-none',
  override: (rules) => ({
    ...rules,
    tagWhenNoneGiven: () => null,
  }),
};
