import type { Misconception } from './misconception';

/** A container uses memory from the moment it is created. */
export const createdUsesMemory: Misconception<'created-uses-memory'> = {
  id: 'created-uses-memory',
  override: (rules) => ({
    ...rules,
    createdContainerUsesMemory: () => true,
  }),
};
