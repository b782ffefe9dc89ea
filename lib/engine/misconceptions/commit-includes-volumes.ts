import type { Misconception } from './misconception';

/** A commit contains what lies in volumes. */
export const commitIncludesVolumes: Misconception<'commit-includes-volumes'> = {
  id: 'commit-includes-volumes',
  override: (rules) => ({
    ...rules,
    commitLeavesVolumesOut: () => false,
  }),
};
