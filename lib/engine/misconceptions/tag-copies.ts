import type { Misconception } from './misconception';

/** `tag` makes a copy. */
export const tagCopies: Misconception<'tag-copies'> = {
  id: 'tag-copies',
  override: (rules) => ({
    ...rules,
    tagSharesImage: () => false,
  }),
};
