import type { Misconception } from './misconception';

/** Removing a container removes its image. */
export const rmRemovesImage: Misconception<'rm-removes-image'> = {
  id: 'rm-removes-image',
  override: (rules) => ({
    ...rules,
    removingContainerKeepsImage: () => false,
  }),
};
