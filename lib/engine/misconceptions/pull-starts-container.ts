import type { Misconception } from './misconception';

/** A pull starts a container. */
export const pullStartsContainer: Misconception<'pull-starts-container'> = {
  id: 'pull-starts-container',
  override: (rules) => ({
    ...rules,
    pullOnlyStores: () => false,
  }),
};
