import type { Misconception } from './misconception';

/** `-p` takes the container's port first. */
export const portOrderSwapped: Misconception<'port-order-swapped'> = {
  id: 'port-order-swapped',
  override: (rules) => ({
    ...rules,
    portMapping: ({ first, second }) => ({ host: second, container: first }),
  }),
};
