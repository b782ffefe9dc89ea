import type { Misconception } from './misconception';

/** Two containers can publish the same host port. */
export const hostPortShareable: Misconception<'host-port-shareable'> = {
  id: 'host-port-shareable',
  override: (rules) => ({
    ...rules,
    portsConflict: () => false,
  }),
};
