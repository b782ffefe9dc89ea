import type { Misconception } from './misconception';

/** The files come back with a new container of the same name. */
export const rmKeepsData: Misconception<'rm-keeps-data'> = {
  id: 'rm-keeps-data',
  override: (rules) => ({
    ...rules,
    writableLayerKey: ({ containerName }) => `name:${containerName}`,
    removeDeletesFiles: () => false,
  }),
};
