import type { Misconception } from './misconception';

/** Stop kills at once. */
export const stopIsInstant: Misconception<'stop-is-instant'> = {
  id: 'stop-is-instant',
  override: (rules) => ({
    ...rules,
    stopPatience: () => ({ least: 0, most: 0 }),
  }),
};
