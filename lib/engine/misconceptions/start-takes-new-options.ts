import type { Misconception } from './misconception';

/** `start` makes a fresh container. */
export const startTakesNewOptions: Misconception<'start-takes-new-options'> = {
  id: 'start-takes-new-options',
  override: (rules) => ({
    ...rules,
    startKeepsFiles: () => false,
  }),
};
