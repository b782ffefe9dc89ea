import type { Misconception } from './misconception';

/** Two containers cannot listen on the same port inside. */
export const sameContainerPortConflicts: Misconception<'same-container-port-conflicts'> = {
  id: 'same-container-port-conflicts',
  override: (rules) => ({
    ...rules,
    unequalPortsMayConflict: () => true,
    portsConflict: (taken, wanted) =>
      (taken.containerPort === wanted.containerPort && taken.protocol === wanted.protocol) ||
      rules.portsConflict(taken, wanted),
  }),
};
