import type { Misconception } from './misconception';

/** A pull renews the containers made from the name. */
export const pullUpdatesContainers: Misconception<'pull-updates-containers'> = {
  id: 'pull-updates-containers',
  override: (rules) => ({
    ...rules,
    pullLeavesContainersAlone: () => false,
  }),
};
