import type { Misconception } from './misconception';

/** Stopping a container empties its files. */
export const stopWipesFiles: Misconception<'stop-wipes-files'> = {
  id: 'stop-wipes-files',
  override: (rules) => ({
    ...rules,
    stopKeepsFiles: () => false,
  }),
};
