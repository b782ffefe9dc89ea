import type { Misconception } from './misconception';

/** Leaving `exec` stops the container. */
export const execExitStops: Misconception<'exec-exit-stops'> = {
  id: 'exec-exit-stops',
  override: (rules) => ({
    ...rules,
    execExitEndsContainer: () => true,
  }),
};
