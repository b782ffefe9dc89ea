import type { Misconception } from './misconception';

/** A stopped container does not use its image. */
export const stoppedDoesNotUseImage: Misconception<'stopped-does-not-use-image'> = {
  id: 'stopped-does-not-use-image',
  override: (rules) => ({
    ...rules,
    stoppedContainerUsesImage: () => false,
  }),
};
