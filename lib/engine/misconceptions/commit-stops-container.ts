import type { Misconception } from './misconception';

/** A commit ends the container. */
export const commitStopsContainer: Misconception<'commit-stops-container'> = {
  id: 'commit-stops-container',
  override: (rules) => ({
    ...rules,
    commitLeavesContainerRunning: () => false,
  }),
};
