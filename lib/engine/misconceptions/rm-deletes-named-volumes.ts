import type { Misconception } from './misconception';

/** Removing a container removes its volumes, named ones too. */
export const rmDeletesNamedVolumes: Misconception<'rm-deletes-named-volumes'> = {
  id: 'rm-deletes-named-volumes',
  override: (rules) => ({
    ...rules,
    removingContainerKeepsNamedVolumes: () => false,
  }),
};
