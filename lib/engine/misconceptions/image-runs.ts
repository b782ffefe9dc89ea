import type { Misconception } from './misconception';

/** An image can itself be started and stopped. */
export const imageRuns: Misconception<'image-runs'> = {
  id: 'image-runs',
  override: (rules) => ({
    ...rules,
    imageCanBeStarted: () => true,
  }),
};
