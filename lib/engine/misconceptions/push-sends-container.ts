import type { Misconception } from './misconception';

/** A push sends the container with its files. */
export const pushSendsContainer: Misconception<'push-sends-container'> = {
  id: 'push-sends-container',
  override: (rules) => ({
    ...rules,
    pushSendsImageOnly: () => false,
  }),
};
