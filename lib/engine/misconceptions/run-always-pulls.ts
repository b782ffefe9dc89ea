import type { Misconception } from './misconception';

/** `run` always fetches the image. */
export const runAlwaysPulls: Misconception<'run-always-pulls'> = {
  id: 'run-always-pulls',
  override: (rules) => ({
    ...rules,
    runLooksLocallyFirst: () => false,
  }),
};
