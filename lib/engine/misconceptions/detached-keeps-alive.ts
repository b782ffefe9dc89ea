import type { Misconception } from './misconception';

/** `-d` keeps a container running when its process has ended. */
export const detachedKeepsAlive: Misconception<'detached-keeps-alive'> = {
  id: 'detached-keeps-alive',
  override: (rules) => ({
    ...rules,
    containerEndsWithMainProcess: ({ detached }) => !detached,
  }),
};
