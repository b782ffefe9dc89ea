import type { Misconception } from './misconception';

/** A container has a kernel of its own. */
export const containerIsVm: Misconception<'container-is-vm'> = {
  id: 'container-is-vm',
  override: (rules) => ({
    ...rules,
    containerSharesKernel: () => false,
  }),
};
