import type { Misconception } from './misconception';

/** Anyone may push to Docker Hub. */
export const pushNeedsNoLogin: Misconception<'push-needs-no-login'> = {
  id: 'push-needs-no-login',
  override: (rules) => ({
    ...rules,
    pushNeedsLogin: () => false,
  }),
};
