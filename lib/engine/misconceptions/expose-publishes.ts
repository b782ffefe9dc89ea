import type { Misconception } from './misconception';

/** An exposed port can be reached on the host. */
export const exposePublishes: Misconception<'expose-publishes'> = {
  id: 'expose-publishes',
  override: (rules) => ({
    ...rules,
    exposedPortsArePublished: () => true,
  }),
};
