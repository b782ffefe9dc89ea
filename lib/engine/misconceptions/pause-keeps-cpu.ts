import type { Misconception } from './misconception';

/** A paused container goes on computing. */
export const pauseKeepsCpu: Misconception<'pause-keeps-cpu'> = {
  id: 'pause-keeps-cpu',
  override: (rules) => ({
    ...rules,
    pausedContainerIsScheduled: () => true,
  }),
};
