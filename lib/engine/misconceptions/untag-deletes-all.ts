import type { Misconception } from './misconception';

/** Removing one name removes the image. */
export const untagDeletesAll: Misconception<'untag-deletes-all'> = {
  id: 'untag-deletes-all',
  override: (rules) => ({
    ...rules,
    untagKeepsOtherNames: () => false,
  }),
};
