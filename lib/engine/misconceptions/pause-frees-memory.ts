import type { Misconception } from './misconception';

/** Pausing gives the memory back. */
export const pauseFreesMemory: Misconception<'pause-frees-memory'> = {
  id: 'pause-frees-memory',
  override: (rules) => ({
    ...rules,
    pausedContainerKeepsMemory: () => false,
  }),
};
