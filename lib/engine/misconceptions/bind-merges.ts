import type { Misconception } from './misconception';

/** A bind mount lays the host's files among those that the image has there. */
export const bindMerges: Misconception<'bind-merges'> = {
  id: 'bind-merges',
  override: (rules) => ({
    ...rules,
    bindHidesImageFiles: () => false,
  }),
};
