import type { Misconception } from './misconception';

/** A container whose process has ended no longer exists. */
export const exitRemovesContainer: Misconception<'exit-removes-container'> = {
  id: 'exit-removes-container',
  override: (rules) => ({
    ...rules,
    exitedContainerIsKept: () => false,
  }),
};
