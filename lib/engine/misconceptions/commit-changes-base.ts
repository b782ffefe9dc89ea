import type { Misconception } from './misconception';

/** A commit changes the image that the container came from. */
export const commitChangesBase: Misconception<'commit-changes-base'> = {
  id: 'commit-changes-base',
  override: (rules) => ({
    ...rules,
    commitLeavesBaseUnchanged: () => false,
  }),
};
