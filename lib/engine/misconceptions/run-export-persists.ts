import type { Misconception } from './misconception';

/** A `RUN export` in a Dockerfile holds for the instructions after it. */
export const runExportPersists: Misconception<'run-export-persists'> = {
  id: 'run-export-persists',
  override: (rules) => ({
    ...rules,
    runKeepsVariables: () => true,
  }),
};
