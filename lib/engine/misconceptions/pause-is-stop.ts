import type { Misconception } from './misconception';

/** Pausing ends the process. */
export const pauseIsStop: Misconception<'pause-is-stop'> = {
  id: 'pause-is-stop',
  override: (rules) => ({
    ...rules,
    pauseFreezes: () => false,
  }),
};
