import type { Misconception } from './misconception';

/** Inside a container, `localhost` is the machine that Docker runs on. */
export const localhostIsHost: Misconception<'localhost-is-host'> = {
  id: 'localhost-is-host',
  override: (rules) => ({
    ...rules,
    localhostIsContainer: () => false,
  }),
};
